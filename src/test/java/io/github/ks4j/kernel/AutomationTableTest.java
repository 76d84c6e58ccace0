package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROPERTY_MEMBER;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KsIntProperty;
import io.github.ks4j.set.KsSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomationTableTest {
    private static final KsHandler SILENT = (irp, request, data) -> NtStatus.SUCCESS;

    private static PropertyItem.Builder item() {
        return PropertySet.of(TestRequest.SET).item(1);
    }

    private static MethodSet method(int minMethod, int minData) {
        return MethodSet.of(TestRequest.SET, new MethodItem(1, 0, minMethod, minData, SILENT, null));
    }

    @Test
    void aPropertyCannotAskForLessThanItsHead() {
        assertThrows(IllegalArgumentException.class, () -> item().minProperty(23));
    }

    @Test
    void aPropertyCannotAskForNegativeData() {
        assertThrows(IllegalArgumentException.class, () -> item().minData(-1));
    }

    @Test
    void aPropertyCannotSerializeToLessThanNothing() {
        assertThrows(IllegalArgumentException.class, () -> item().serializedSize(-1));
    }

    @Test
    void aMethodCannotAskForLessThanItsHead() {
        assertThrows(IllegalArgumentException.class, () -> method(16, 0));
    }

    @Test
    void aMethodCannotAskForNegativeData() {
        assertThrows(IllegalArgumentException.class, () -> method(24, -1));
    }

    @Test
    void twoMethodsOfOneNumberAreRefused() {
        MethodItem one = MethodItem.of(1, 0, 0, SILENT);
        assertThrows(IllegalArgumentException.class, () -> MethodSet.of(TestRequest.SET, one, one));
    }

    @Test
    void membersHaveToFillTheirBytes() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PropertyValues.Members(KSPROPERTY_MEMBER.VALUES, 4, 2, 0, new byte[4]));
    }

    @Test
    void membersDoNotChangeWithTheArrayTheyCameFrom() {
        byte[] data = {1, 2, 3, 4};
        PropertyValues.Members members = new PropertyValues.Members(KSPROPERTY_MEMBER.VALUES, 4, 1, 0, data);
        data[0] = 9;
        members.data()[1] = 9;
        assertArrayEquals(new byte[] {1, 2, 3, 4}, members.data());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 5000, -1})
    void itemsAreFoundWhateverTheirNumbers(int id) {
        PropertySet set = PropertySet.of(TestRequest.SET)
                .item(7)
                .get((irp, request, data) -> NtStatus.DEVICE_BUSY)
                .item(id)
                .get(SILENT)
                .build();
        TestRequest request = new TestRequest();
        assertEquals(
                NtStatus.SUCCESS,
                KsPropertyHandler.handle(request.to(id, KSPROPERTY_TYPE.GET, new byte[4]), SetTable.of(set)));
    }

    @Test
    void theFirstOfSeveralEntriesWithAnItemAnswers() {
        PropertySet first = PropertySet.of(TestRequest.SET)
                .item(2)
                .get(SILENT)
                .item(1)
                .get((irp, request, data) -> NtStatus.DEVICE_BUSY)
                .build();
        PropertySet second = PropertySet.of(TestRequest.SET)
                .item(1)
                .get(SILENT)
                .item(3)
                .get((irp, request, data) -> NtStatus.IO_TIMEOUT)
                .build();
        SetTable<PropertySet> table = SetTable.of(first, second);
        assertEquals(
                NtStatus.DEVICE_BUSY,
                KsPropertyHandler.handle(new TestRequest().to(1, KSPROPERTY_TYPE.GET, new byte[4]), table));
        assertEquals(
                NtStatus.IO_TIMEOUT,
                KsPropertyHandler.handle(new TestRequest().to(3, KSPROPERTY_TYPE.GET, new byte[4]), table));
    }

    private static PropertySet related(int id) {
        return PropertySet.of(TestRequest.SET)
                .item(1)
                .relations(new KsIntProperty(TestRequest.SET, id, "RELATED", ""))
                .build();
    }

    @Test
    void aRelationToAnItemThatIsNotThereIsRefused() {
        PropertySet set = related(2);
        assertThrows(IllegalArgumentException.class, () -> SetTable.of(set));
    }

    @Test
    void aRelationMayLeadToAnotherPartOfTheSet() {
        PropertySet part = PropertySet.of(TestRequest.SET).item(2).build();
        assertEquals(2, SetTable.of(related(2), part).sets().size());
    }

    @Test
    void aRelationMayLeadToASetOfAnotherObject() {
        KsSet elsewhere = KsSet.of("ELSEWHERE", "{A0A0A0A0-0001-4001-8001-000000000099}");
        PropertySet set = PropertySet.of(TestRequest.SET)
                .item(1)
                .relations(new KsIntProperty(elsewhere, 7, "RELATED", ""))
                .build();
        assertEquals(1, SetTable.of(set).sets().size());
    }
}
