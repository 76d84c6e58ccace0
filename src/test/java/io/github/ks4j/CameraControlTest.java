package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.EmulatedDriver;
import io.github.ks4j.emu.EmulatedFilter;
import io.github.ks4j.emu.EmulatedNode;
import io.github.ks4j.emu.VirtualCamera;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsNotSupportedException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.kernel.PropertySet;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPROPERTY_CAMERACONTROL_FLAGS;
import io.github.ks4j.set.KSPROPERTY_TYPE;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_CAMERACONTROL;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_DROPPEDFRAMES;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_SELECTOR;
import io.github.ks4j.set.KSPROPERTY_VIDCAP_VIDEOPROCAMP;
import io.github.ks4j.set.KsProperty;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.KSPROPERTY;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_NODE_S;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_S;
import io.github.ks4j.struct.KSPROPERTY_CAMERACONTROL_S2;
import io.github.ks4j.struct.KSPROPERTY_DROPPEDFRAMES_CURRENT_S;
import io.github.ks4j.struct.KSPROPERTY_SELECTOR_NODE_S;
import io.github.ks4j.struct.KSPROPERTY_SELECTOR_S;
import io.github.ks4j.struct.KSPROPERTY_VIDEOPROCAMP_S;
import io.github.ks4j.struct.KSPROPERTY_VIDEOPROCAMP_S2;
import io.github.ks4j.struct.Struct;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The controls of a camera, which are request and value at once: of its filter, and of its nodes. */
@Timeout(30)
class CameraControlTest {
    private static final int TERMINAL = 0;
    private static final int PROCESSING = 1;
    private static final int MANUAL = KSPROPERTY_CAMERACONTROL_FLAGS.MANUAL;
    private static final int AUTO = KSPROPERTY_CAMERACONTROL_FLAGS.AUTO;

    private final VirtualCamera camera = new VirtualCamera();
    private final Ks ks = Ks.over(EmulatedDriver.of(camera));
    private final KsFilter filter =
            ks.filter(ks.filters(KSCATEGORY.VIDEO_CAMERA).get(0));

    @AfterEach
    void close() {
        ks.close();
    }

    private static KSPROPERTY_CAMERACONTROL_S lens(int value, int flags) {
        return KSPROPERTY_CAMERACONTROL_S
                .LAYOUT
                .allocate()
                .set(KSPROPERTY_CAMERACONTROL_S.Value, value)
                .set(KSPROPERTY_CAMERACONTROL_S.Flags, flags);
    }

    static Stream<KsProperty<?>> lens() {
        return KSPROPERTY_VIDCAP_CAMERACONTROL.ITEMS.stream();
    }

    static Stream<KsProperty<?>> picture() {
        return KSPROPERTY_VIDCAP_VIDEOPROCAMP.ITEMS.stream();
    }

    @Test
    void aControlIsReadFromTheFilter() {
        KSPROPERTY_CAMERACONTROL_S exposure = filter.get(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE);
        assertEquals(-6, exposure.get(KSPROPERTY_CAMERACONTROL_S.Value));
        assertEquals(AUTO, exposure.get(KSPROPERTY_CAMERACONTROL_S.Flags));
        assertEquals(AUTO | MANUAL, exposure.get(KSPROPERTY_CAMERACONTROL_S.Capabilities));
    }

    @Test
    void aControlIsReadFromItsNode() {
        camera.change(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE, -3);
        KSPROPERTY_CAMERACONTROL_S exposure = filter.node(TERMINAL).get(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE);
        assertEquals(-3, exposure.get(KSPROPERTY_CAMERACONTROL_S.Value));
        assertEquals(AUTO, exposure.get(KSPROPERTY_CAMERACONTROL_S.Flags));
        assertEquals(AUTO | MANUAL, exposure.get(KSPROPERTY_CAMERACONTROL_S.Capabilities));
    }

    @Test
    void theHeadOfAValueIsThatOfItsRequest() {
        KSPROPERTY_CAMERACONTROL_S exposure = filter.node(TERMINAL).get(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE);
        KSPROPERTY head = exposure.get(KSPROPERTY_CAMERACONTROL_S.Property);
        assertTrue(head.is(KSPROPERTY.Set, KSPROPERTY_VIDCAP_CAMERACONTROL.SET.guid()));
        assertEquals(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE.id(), head.get(KSPROPERTY.Id));
        assertEquals(KSPROPERTY_TYPE.GET | KSPROPERTY_TYPE.TOPOLOGY, head.get(KSPROPERTY.Flags));
    }

    @Test
    void aControlIsSetAtTheFilter() {
        filter.set(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE, lens(-9, MANUAL));
        assertEquals(-9, camera.controls().value(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE));
        assertFalse(camera.controls().isAutomatic(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE));
    }

    @Test
    void aControlIsSetAtItsNode() {
        filter.node(TERMINAL).set(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE, lens(-9, MANUAL));
        assertEquals(-9, camera.controls().value(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE));
        assertFalse(camera.controls().isAutomatic(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE));
    }

    @Test
    void whatWasReadIsChangedAndSet() {
        KsNode node = filter.node(PROCESSING);
        KSPROPERTY_VIDEOPROCAMP_S brightness = node.get(KSPROPERTY_VIDCAP_VIDEOPROCAMP.BRIGHTNESS);
        node.set(
                KSPROPERTY_VIDCAP_VIDEOPROCAMP.BRIGHTNESS,
                brightness.set(KSPROPERTY_VIDEOPROCAMP_S.Value, 12).set(KSPROPERTY_VIDEOPROCAMP_S.Flags, MANUAL));
        assertEquals(12, filter.get(KSPROPERTY_VIDCAP_VIDEOPROCAMP.BRIGHTNESS).get(KSPROPERTY_VIDEOPROCAMP_S.Value));
    }

    @Test
    void aPairOfANodeHasTwoValues() {
        filter.node(TERMINAL)
                .set(
                        KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT,
                        KSPROPERTY_CAMERACONTROL_S2
                                .LAYOUT
                                .allocate()
                                .set(KSPROPERTY_CAMERACONTROL_S2.Value1, 3600)
                                .set(KSPROPERTY_CAMERACONTROL_S2.Value2, -7200)
                                .set(KSPROPERTY_CAMERACONTROL_S2.Flags, MANUAL));
        KSPROPERTY_CAMERACONTROL_S2 pair = filter.node(TERMINAL).get(KSPROPERTY_VIDCAP_CAMERACONTROL.PANTILT);
        assertEquals(3600, pair.get(KSPROPERTY_CAMERACONTROL_S2.Value1));
        assertEquals(-7200, pair.get(KSPROPERTY_CAMERACONTROL_S2.Value2));
    }

    @Test
    void theWhiteBalanceOfComponentsHasTwoValues() {
        camera.change(KSPROPERTY_VIDCAP_VIDEOPROCAMP.WHITEBALANCE_COMPONENT, 100, 200);
        KSPROPERTY_VIDEOPROCAMP_S2 balance =
                filter.node(PROCESSING).get(KSPROPERTY_VIDCAP_VIDEOPROCAMP.WHITEBALANCE_COMPONENT);
        assertEquals(100, balance.get(KSPROPERTY_VIDEOPROCAMP_S2.Value1));
        assertEquals(200, balance.get(KSPROPERTY_VIDEOPROCAMP_S2.Value2));
    }

    @Test
    void theFocalLengthOfANodeIsThreeNumbers() {
        KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S lengths =
                filter.node(TERMINAL).get(KSPROPERTY_VIDCAP_CAMERACONTROL.FOCAL_LENGTH);
        assertEquals(1, lengths.get(KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.lOcularFocalLength));
        assertEquals(4, lengths.get(KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.lObjectiveFocalLengthMin));
        assertEquals(16, lengths.get(KSPROPERTY_CAMERACONTROL_FOCAL_LENGTH_S.lObjectiveFocalLengthMax));
    }

    @Test
    void whatAPinHasDroppedIsReadFromIt() {
        KsPin pin = filter.pinFactory(0).open(DataFormat.of(VideoFormat.of(VideoFormat.YUY2, 640, 480, 30)));
        KSPROPERTY_DROPPEDFRAMES_CURRENT_S frames = pin.get(KSPROPERTY_VIDCAP_DROPPEDFRAMES.CURRENT);
        assertEquals(0, frames.get(KSPROPERTY_DROPPEDFRAMES_CURRENT_S.DropCount));
        assertEquals(640 * 480 * 2, frames.get(KSPROPERTY_DROPPEDFRAMES_CURRENT_S.AverageFrameSize));
    }

    @ParameterizedTest
    @MethodSource("lens")
    void theTerminalAnswersOrSaysThatItCannot(KsProperty<?> control) {
        answersIfItCan(filter.node(TERMINAL), control);
    }

    @ParameterizedTest
    @MethodSource("picture")
    void theProcessingUnitAnswersOrSaysThatItCannot(KsProperty<?> control) {
        answersIfItCan(filter.node(PROCESSING), control);
    }

    private static void answersIfItCan(KsNode node, KsProperty<?> control) {
        if (node.basicSupport(control).canGet()) {
            assertTrue(node.get(control) instanceof Struct<?>);
        } else {
            assertThrows(KsNotSupportedException.class, () -> node.get(control));
        }
    }

    @Test
    void theRangeIsThatOfTheFilter() {
        assertEquals(
                filter.basicSupport(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE).range(),
                filter.node(TERMINAL)
                        .basicSupport(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE)
                        .range());
    }

    @Test
    void instanceDataOfTheCallersTakesThePlaceOfTheValue() {
        KsObject node = filter.node(TERMINAL).instance(new byte[16]);
        node.set(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE, lens(-4, MANUAL));
        assertEquals(-4, node.get(KSPROPERTY_VIDCAP_CAMERACONTROL.EXPOSURE).get(KSPROPERTY_CAMERACONTROL_S.Value));
    }

    @Test
    void aFailureNamesTheObjectWithoutTheValue() {
        var e = assertThrows(
                KsNotSupportedException.class,
                () -> filter.node(TERMINAL).set(KSPROPERTY_VIDCAP_CAMERACONTROL.PRIVACY, lens(1, MANUAL)));
        assertTrue(e.getMessage().contains("of " + filter.node(TERMINAL) + ":"), e.getMessage());
    }

    /** A device with a selector, whose SET shows that the value has come twice: in the request and as data. */
    private static Ks withSelector() {
        int head = KSPROPERTY_SELECTOR_NODE_S.Value.offset64();
        int size = KSPROPERTY_SELECTOR_NODE_S.LAYOUT.size();
        int[] selected = {1};
        PropertySet selector = PropertySet.of(KSPROPERTY_VIDCAP_SELECTOR.SET)
                .item(KSPROPERTY_VIDCAP_SELECTOR.SOURCE_NODE_ID.id())
                .minProperty(size)
                .minData(size)
                .get((irp, request, data) -> {
                    data.put(0, request, 0, head).putInt(head, selected[0]);
                    irp.information(size);
                    return NtStatus.SUCCESS;
                })
                .set((irp, request, data) -> {
                    boolean same = data.slice(0, size).equals(request.slice(0, size));
                    selected[0] = data.getInt(head);
                    return same ? NtStatus.SUCCESS : NtStatus.INVALID_PARAMETER;
                })
                .item(KSPROPERTY_VIDCAP_SELECTOR.NUM_SOURCES.id())
                .minProperty(size)
                .get((irp, request, data) -> {
                    irp.information(KSPROPERTY_CAMERACONTROL_NODE_S.LAYOUT.size() - 8);
                    return NtStatus.SUCCESS;
                })
                .build();
        EmulatedFilter device = EmulatedFilter.named("selector")
                .categories(KSCATEGORY.VIDEO)
                .node(EmulatedNode.of(KSNODETYPE.VIDEO_SELECTOR, "Selector", selector))
                .build();
        return Ks.over(EmulatedDriver.of(EmulatedDevice.of("ks4j#selector#0000", device)));
    }

    @Test
    void aSelectorIsReadAndSetAtItsNode() {
        try (Ks other = withSelector()) {
            KsNode node = other.filter(other.filters(KSCATEGORY.VIDEO).get(0)).node(0);
            KSPROPERTY_SELECTOR_S source = node.get(KSPROPERTY_VIDCAP_SELECTOR.SOURCE_NODE_ID);
            assertEquals(1, source.get(KSPROPERTY_SELECTOR_S.Value));
            node.set(KSPROPERTY_VIDCAP_SELECTOR.SOURCE_NODE_ID, source.set(KSPROPERTY_SELECTOR_S.Value, 2));
            assertEquals(2, node.get(KSPROPERTY_VIDCAP_SELECTOR.SOURCE_NODE_ID).get(KSPROPERTY_SELECTOR_S.Value));
        }
    }

    @Test
    void aNodesAnswerInTheFormOfAFilterIsRefused() {
        try (Ks other = withSelector()) {
            KsNode node = other.filter(other.filters(KSCATEGORY.VIDEO).get(0)).node(0);
            assertThrows(KsBadReplyException.class, () -> node.get(KSPROPERTY_VIDCAP_SELECTOR.NUM_SOURCES));
        }
    }
}
