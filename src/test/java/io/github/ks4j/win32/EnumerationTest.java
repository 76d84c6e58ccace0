package io.github.ks4j.win32;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.FilterInterface;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Guid;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is found, and what is told of it. */
@StubLibrary
@Timeout(30)
class EnumerationTest {
    /** Under which the stub has what is odd. */
    private static final Guid ODD = Guid.of("{4B53344A-5354-5542-8001-0000000000C0}");

    private Win32Driver driver;

    @BeforeEach
    void open() {
        driver = Stub.driver();
    }

    @AfterEach
    void close() {
        driver.close();
        StubDevices.unplug(StubDevices.SECOND);
    }

    private FilterInterface stub(Guid category) {
        return driver.enumerate(category).get(0);
    }

    /** What is odd, by the beginning of its reference string. */
    private FilterInterface odd(String reference) {
        return driver.enumerate(ODD).stream()
                .filter(found -> found.referenceString().startsWith(reference))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFilterIsFoundUnderItsCategory() {
        assertEquals(
                List.of(Stub.PATH),
                driver.enumerate(KSCATEGORY.AUDIO).stream()
                        .map(FilterInterface::path)
                        .toList());
    }

    @Test
    void nothingIsFoundUnderACategoryOfNobody() {
        assertEquals(List.of(), driver.enumerate(KSCATEGORY.VIDEO));
    }

    @Test
    void theFiltersOfSeveralDevicesAreFoundInTheSystemsOrder() {
        StubDevices.plug(StubDevices.SECOND);
        assertEquals(
                List.of(Stub.PATH, StubDevices.SECOND_PATH),
                driver.enumerate(KSCATEGORY.AUDIO).stream()
                        .map(FilterInterface::path)
                        .toList());
    }

    @Test
    void theNameInTheKeyOfTheInterfaceComesFirst() {
        assertEquals("ks4j stub filter", stub(KSCATEGORY.AUDIO).friendlyName());
    }

    @Test
    void theNameOfTheDeviceComesSecond() {
        StubDevices.plug(StubDevices.SECOND);
        assertEquals(
                "ks4j second filter", driver.enumerate(KSCATEGORY.AUDIO).get(1).friendlyName());
    }

    @Test
    void theDescriptionOfTheDeviceComesThird() {
        assertEquals("ks4j odd device", odd("endless").friendlyName());
    }

    @Test
    void aFilterThatNobodyHasNamedIsNamedByItsPath() {
        assertEquals(
                "\\\\?\\ks4j#odd#0001#{4b53344a-5354-5542-8001-0000000000c0}\\bare",
                odd("bare").friendlyName());
    }

    @Test
    void aPathMayBeLongerThanTheFirstRoomForIt() {
        FilterInterface found = odd("long");
        assertEquals(604, found.referenceString().length());
        assertTrue(found.path().endsWith("789"), found.path());
    }

    @Test
    void aLongPathCanBeOpened() {
        String path = odd("long").path();
        driver.open(path, 0).close();
    }

    @Test
    void aNameThatGrowsWhileItIsAskedForIsReadToItsEnd() {
        assertEquals("g".repeat(3 * 1200 / 2), odd("growing").friendlyName());
    }

    @Test
    void aNameThatNeverEndsGrowingIsGivenUp() {
        assertEquals("ks4j odd device", odd("endless").friendlyName());
    }

    @Test
    void aNameThatIsToBeExpandedIsTakenAsItIs() {
        assertEquals("expandable name", odd("expandable").friendlyName());
    }

    @Test
    void aValueThatIsNoTextIsNoName() {
        assertEquals("ks4j odd device", odd("binary").friendlyName());
    }

    @Test
    void aNameWithoutAnEndIsReadUpToItsLastWholeCharacter() {
        assertEquals("to", odd("unterminated").friendlyName());
    }

    @Test
    void theReferenceStringIsTheEndOfThePath() {
        assertEquals("filter", stub(KSCATEGORY.RENDER).referenceString());
    }

    @Test
    void theDeviceInstanceIsTold() {
        assertEquals("KS4J\\STUB\\0000", stub(KSCATEGORY.AUDIO).instanceId());
    }

    @Test
    void theContainerIsTold() {
        assertEquals(
                Guid.of("{4B53344A-5354-5542-8001-000000000100}"),
                stub(KSCATEGORY.AUDIO).containerId());
    }

    @Test
    void aDeviceWithoutContainerHasNone() {
        assertEquals(Guid.NULL, odd("bare").containerId());
    }

    @Test
    void theInterfacesOfAFilterDifferInPathAndCategoryOnly() {
        FilterInterface audio = stub(KSCATEGORY.AUDIO);
        FilterInterface render = stub(KSCATEGORY.RENDER);
        assertNotEquals(audio.path(), render.path());
        assertEquals(audio.instanceId(), render.instanceId());
        assertEquals(audio.containerId(), render.containerId());
        assertEquals(audio.categories(), render.categories());
    }

    @Test
    void theOtherCategoriesOfAFilterAreTold() {
        assertEquals(
                Set.of(KSCATEGORY.AUDIO, KSCATEGORY.RENDER, KSCATEGORY.CAPTURE),
                stub(KSCATEGORY.CAPTURE).categories());
    }

    @Test
    void aWaveRtFilterIsKnownByItsAlias() {
        StubDevices.plug(StubDevices.SECOND);
        FilterInterface second = driver.enumerate(KSCATEGORY.RENDER).get(1);
        assertTrue(second.categories().contains(KSCATEGORY.REALTIME));
    }

    @Test
    void anUnusualCategoryIsAmongTheCategoriesToo() {
        assertEquals(Set.of(ODD), odd("long").categories());
    }

    @Test
    void theUsualCategoriesAreThoseOfTheCatalogue() {
        assertEquals(
                List.of(
                        KSCATEGORY.AUDIO,
                        KSCATEGORY.RENDER,
                        KSCATEGORY.CAPTURE,
                        KSCATEGORY.REALTIME,
                        KSCATEGORY.TOPOLOGY,
                        KSCATEGORY.VIDEO,
                        KSCATEGORY.VIDEO_CAMERA,
                        KSCATEGORY.SENSOR_CAMERA),
                DeviceInterfaces.USUAL_CATEGORIES);
    }

    @Test
    void aFilterIsFoundByItsPathInAnyCase() {
        NativeMemory memory = new NativeMemory((address, size) -> false);
        assertEquals(
                stub(KSCATEGORY.AUDIO),
                DeviceInterfaces.find(memory, KSCATEGORY.AUDIO, Stub.PATH.toUpperCase(Locale.ROOT)));
    }

    @Test
    void aFilterThatIsRegisteredButNotThereIsNotFound() {
        NativeMemory memory = new NativeMemory((address, size) -> false);
        assertEquals(null, DeviceInterfaces.find(memory, KSCATEGORY.AUDIO, StubDevices.SECOND_PATH));
    }

    @Test
    void structuresAreOfTheSizesThatWindowsAsksFor() {
        assertEquals(8, Setupapi.detailSize(Abi.X64));
        assertEquals(6, Setupapi.detailSize(Abi.X86));
        assertEquals(32, Setupapi.dataSize(Abi.X64));
        assertEquals(28, Setupapi.dataSize(Abi.X86));
    }
}
