package io.github.ks4j.emu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ks4j.io.Handle;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.KsObjectType;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSINTERFACESETID;
import io.github.ks4j.set.KSINTERFACE_STANDARD;
import io.github.ks4j.set.KSPIN_COMMUNICATION;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import io.github.ks4j.set.KSRESET;
import io.github.ks4j.set.KSSTATE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.Field.Int64;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KSTIME;
import io.github.ks4j.struct.KS_FRAME_INFO;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What travels with the data between two connected pins, and in which frames. */
@Timeout(30)
class ConnectedStreamTest {
    private static final int HEADER = KSSTREAM_HEADER.LAYOUT.size(Abi.X64);
    private static final int WITH_FRAME_INFO = HEADER + KS_FRAME_INFO.LAYOUT.size(Abi.X64);

    private static final int INTERFACE_ID = 16;
    private static final Int64<KSSTREAM_HEADER> TIME = KSSTREAM_HEADER.PresentationTime.then(KSTIME.Time);
    private static final VideoFormat YUY2 = VideoFormat.of(VideoFormat.YUY2, 640, 480, 30);

    private Pair pair = new Pair();

    private Pair pair(EmulatedPin.Builder giving, EmulatedPin.Builder taking) {
        pair.close();
        pair = new Pair(giving, taking);
        return pair;
    }

    @AfterEach
    void close() {
        pair.close();
    }

    /** The source's device does something to its first frame. */
    private void source(Runnable action) {
        pair.numbers.pin.filter().locked(action);
    }

    /** The header of the sink's first frame: the sink pauses. */
    private KSSTREAM_HEADER taken() {
        return pair.check.pin.locked(() -> KSSTREAM_HEADER
                .LAYOUT
                .at(
                        Abi.X64,
                        pair.check.pin.queue().header(),
                        pair.check.pin.queue().headerOffset())
                .copy());
    }

    private Pair sinkPauses() {
        return pair.connected().states(KSSTATE.RUN, KSSTATE.PAUSE);
    }

    @Test
    void timeAndDurationTravel() {
        sinkPauses();
        source(() -> {
            pair.numbers.pin.queue().timestamp(123_456_789, 4711);
            pair.numbers.pin.queue().advance(8);
            pair.numbers.pin.queue().endFrame();
        });
        KSSTREAM_HEADER header = taken();
        assertEquals(123_456_789, header.get(KSSTREAM_HEADER.PresentationTime).get(KSTIME.Time));
        assertEquals(4711, header.get(KSSTREAM_HEADER.Duration));
        assertEquals(8, header.get(KSSTREAM_HEADER.DataUsed));
        assertEquals(
                KSSTREAM_HEADER_OPTIONSF.TIMEVALID | KSSTREAM_HEADER_OPTIONSF.DURATIONVALID,
                header.get(KSSTREAM_HEADER.OptionsFlags));
    }

    @Test
    void nothingIsLeftOfTheTimeThatTheFrameHadBefore() {
        pair(Pair.giving().framing(Pair.framing(1, 64)), Pair.taking()).running();
        source(() -> {
            pair.numbers.pin.queue().timestamp(123_456_789, 4711);
            pair.numbers.pin.queue().endFrame();
        });
        Client.state(pair.sink, KSSTATE.PAUSE);
        source(() -> pair.numbers.pin.queue().endFrame());
        KSSTREAM_HEADER header = taken();
        assertEquals(0, header.get(KSSTREAM_HEADER.PresentationTime).get(KSTIME.Time));
        assertEquals(0, header.get(KSSTREAM_HEADER.Duration));
        assertEquals(0, header.get(KSSTREAM_HEADER.OptionsFlags));
    }

    @ParameterizedTest
    @CsvSource({"ENDOFSTREAM, 0x200", "DATADISCONTINUITY, 4", "TIMEDISCONTINUITY, 0x40", "SPLICEPOINT, 1"})
    void flagsTravel(String name, String flag) {
        sinkPauses();
        source(() -> pair.numbers.pin.queue().endRequest(4, Integer.decode(flag)));
        assertEquals(Integer.decode(flag), taken().get(KSSTREAM_HEADER.OptionsFlags), name);
    }

    @Test
    void whatOnlyAClientMayAskForDoesNotTravel() {
        sinkPauses();
        source(() -> pair.numbers.pin.queue().endRequest(4, KSSTREAM_HEADER_OPTIONSF.LOOPEDDATA));
        assertEquals(0, taken().get(KSSTREAM_HEADER.OptionsFlags));
    }

    @Test
    void theStreamGoesOnBehindItsEnd() {
        pair.running();
        source(() -> pair.numbers.pin.queue().endRequest(0, KSSTREAM_HEADER_OPTIONSF.ENDOFSTREAM));
        pair.numbers.give(5000);
        assertEquals(5000, pair.check.next);
    }

    @Test
    void theExtensionOfAHeaderTravels() {
        pair(Pair.giving().streamHeaderSize(WITH_FRAME_INFO), Pair.taking());
        sinkPauses();
        source(() -> {
            StreamQueue queue = pair.numbers.pin.queue();
            KS_FRAME_INFO.PictureNumber.write(Abi.X64, queue.header(), queue.headerOffset() + HEADER, 77);
            queue.endRequest(4, KSSTREAM_HEADER_OPTIONSF.FRAMEINFO);
        });
        assertEquals(KSSTREAM_HEADER_OPTIONSF.FRAMEINFO, taken().get(KSSTREAM_HEADER.OptionsFlags));
        assertEquals(WITH_FRAME_INFO, taken().get(KSSTREAM_HEADER.Size));
        StreamQueue queue = pair.check.pin.queue();
        assertEquals(77, KS_FRAME_INFO.PictureNumber.read(Abi.X64, queue.header(), queue.headerOffset() + HEADER));
    }

    @Test
    void anExtensionThatTheSinkDoesNotWantIsLeftOut() {
        pair(Pair.giving().streamHeaderSize(WITH_FRAME_INFO), Pair.taking().streamHeaderSize(HEADER));
        sinkPauses();
        source(() -> pair.numbers.pin.queue().endRequest(4, KSSTREAM_HEADER_OPTIONSF.FRAMEINFO));
        assertEquals(0, taken().get(KSSTREAM_HEADER.OptionsFlags));
        assertEquals(HEADER, taken().get(KSSTREAM_HEADER.Size));
    }

    @Test
    void aSinkThatWantsAnExtensionGetsOne() {
        pair(Pair.giving(), Pair.taking().streamHeaderSize(WITH_FRAME_INFO)).running();
        pair.numbers.give(5000);
        assertEquals(5000, pair.check.next);
    }

    /** Frames of the source, and of the sink; then how many there are, and how large. */
    @ParameterizedTest
    @CsvSource({
        "-, -, -, -, 4, 4096",
        "2, 100, -, -, 2, 100",
        "-, -, 3, 200, 3, 200",
        "2, 100, 5, 100, 5, 100",
        "9, 100, 5, 0, 9, 100",
        "0, 0, 0, 333, 4, 333",
        "3, 0, 0, 0, 3, 4096",
        "2, 64, 3, 128, 3, 128",
        "70, 64, 2, 64, 64, 64",
        "-1, 64, 2, 64, 64, 64"
    })
    void bothPinsSayWhichFramesThereAre(
            String frames, String size, String framesOfSink, String sizeOfSink, int count, int bytes) {
        EmulatedPin.Builder giving = Pair.giving();
        EmulatedPin.Builder taking = Pair.taking();
        if (!frames.equals("-")) {
            giving.framing(Pair.framing(Integer.parseInt(frames), Integer.parseInt(size)));
        }
        if (!framesOfSink.equals("-")) {
            taking.framing(Pair.framing(Integer.parseInt(framesOfSink), Integer.parseInt(sizeOfSink)));
        }
        pair(giving, taking).running();
        assertEquals(bytes, (int)
                pair.numbers.pin.locked(() -> pair.numbers.pin.queue().remaining()));
        assertEquals((long) count * bytes, pair.numbers.queued());
    }

    /** KSALLOCATOR_FRAMING_EX with one item: possible sizes and best sizes. */
    private static byte[] framingEx(int frames, int least, int most, int best) {
        return ByteBuffer.allocate(112)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 1)
                .putInt(68, frames)
                .putInt(80, least)
                .putInt(84, most)
                .putInt(92, best)
                .putInt(96, best)
                .array();
    }

    @Test
    void theFinerFramingGoesBeforeThePlainOne() {
        pair(
                        Pair.giving().framingEx(framingEx(6, 1000, 2000, 1500)).framing(Pair.framing(2, 10)),
                        Pair.taking().framingEx(framingEx(3, 1200, 9000, 1800)))
                .running();
        assertEquals(6 * 1800, pair.numbers.queued());
    }

    @Test
    void pinsWithoutACommonFramingDoNotMatch() {
        pair(Pair.giving().framingEx(framingEx(1, 10, 20, 20)), Pair.taking().framingEx(framingEx(1, 21, 30, 30)));
        assertEquals(
                NtStatus.NO_MATCH,
                assertThrows(KsException.class, pair::connected).status());
        assertEquals(0, pair.numbers.closed);
    }

    @Test
    void framesThatWouldTakeTooMuchMemoryAreRefused() {
        pair(Pair.giving().framing(Pair.framing(1, -1)), Pair.taking());
        assertEquals(
                NtStatus.INSUFFICIENT_RESOURCES,
                assertThrows(KsException.class, pair::connected).status());
    }

    private void changeFormat() {
        source(() -> pair.numbers.pin.changeFormat(Rig.MONO));
    }

    @Test
    void anotherFormatTravelsInTurn() {
        pair(Pair.giving(), Pair.taking().formatChanges()).running();
        pair.numbers.give(1000);
        changeFormat();
        pair.numbers.give(5000);
        assertEquals(List.of(Rig.MONO), pair.check.formats);
        assertEquals(Rig.MONO, pair.check.pin.format());
        assertEquals(6000, pair.check.next);
        assertEquals(4 * 4096, pair.numbers.queued());
    }

    @Test
    void aSinkThatDoesNotChangeItsFormatGetsNoMoreData() {
        pair.running();
        changeFormat();
        pair.numbers.give(5000);
        assertEquals(0, pair.check.next);
        assertEquals(0, pair.numbers.queued());
    }

    @Test
    void aSinkThatRefusesAFormatGetsNoMoreDataUntilItHasStopped() {
        pair(Pair.giving(), Pair.taking().formatChanges()).running();
        pair.check.answer = NtStatus.NO_MATCH;
        changeFormat();
        pair.numbers.give(5000);
        assertEquals(0, pair.check.next);
        pair.states(KSSTATE.STOP, KSSTATE.STOP).states(KSSTATE.RUN, KSSTATE.RUN);
        assertEquals(5000, pair.check.next);
    }

    @Test
    void aFormatThatComesWhileTheSinkIsResetIsTakenAfterwards() {
        pair(Pair.giving(), Pair.taking().formatChanges()).running();
        PinConnectionTest.reset(pair.sink, KSRESET.BEGIN);
        changeFormat();
        PinConnectionTest.reset(pair.sink, KSRESET.END);
        pair.numbers.give(1);
        assertEquals(List.of(Rig.MONO), pair.check.formats);
        assertEquals(1, pair.check.next);
    }

    @Test
    void aSourceOfRequestsMayBeWhereTheDataGoes() {
        pair(EmulatedPin.sink(KSPIN_DATAFLOW.OUT), EmulatedPin.of(KSPIN_DATAFLOW.IN, KSPIN_COMMUNICATION.SOURCE));
        Handle gives = Client.pin(pair.givingFilter, 0, Pair.FORMAT);
        Handle takes = Pair.connect(pair.takingFilter, 0, Pair.FORMAT, gives);
        Client.run(gives);
        Client.run(takes);
        pair.numbers.give(5000);
        assertEquals(5000, pair.check.next);
    }

    @Test
    void aPinForBothRolesHasTheOneThatItIsOpenedFor() {
        pair(EmulatedPin.of(KSPIN_DATAFLOW.OUT, KSPIN_COMMUNICATION.BOTH), Pair.taking());
        new Frame(pair.driver, 4)
                .read(Client.pin(pair.givingFilter, 0, Pair.FORMAT))
                .pending
                .cancel();
        pair.running().numbers.give(5000);
        assertEquals(5000, pair.check.next);
    }

    @Test
    void dataDoesNotFlowOutOfBothPins() {
        pair(Pair.giving(), EmulatedPin.sink(KSPIN_DATAFLOW.OUT));
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                assertThrows(KsException.class, pair::connected).status());
    }

    @Test
    void aSinkThatLoopsIsNotConnected() {
        pair(
                Pair.giving(),
                Pair.taking().pinInterface(KSINTERFACESETID.Standard, KSINTERFACE_STANDARD.LOOPED_STREAMING.value()));
        Handle looped = pair.takingFilter.create(
                KsObjectType.PIN,
                Client.connect(0, Pair.FORMAT.bytes())
                        .putInt(INTERFACE_ID, KSINTERFACE_STANDARD.LOOPED_STREAMING.value()),
                Client.READ_WRITE);
        assertEquals(
                NtStatus.NO_MATCH,
                assertThrows(KsException.class, () -> pair.source(looped)).status());
    }

    /** A device that shows pictures, which it asks another for. */
    private static final class Screen extends Pair.Half {
        private final List<Long> pictures = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private final List<Long> numbersInThePictures = new ArrayList<>();

        @Override
        public void process() {
            while (runs()) {
                StreamQueue queue = pin.queue();
                ByteBuffer header = queue.header();
                pictures.add(KS_FRAME_INFO.PictureNumber.read(Abi.X64, header, queue.headerOffset() + HEADER));
                times.add(TIME.read(Abi.X64, header, queue.headerOffset()));
                byte[] picture = new byte[queue.remaining()];
                queue.bytes().get(queue.offset(), picture);
                numbersInThePictures.add(TestCard.read(YUY2, ByteBuffer.wrap(picture))
                        .orElseThrow()
                        .frame());
                queue.advance(queue.remaining());
            }
        }
    }

    @Test
    void aCameraFilmsForAnotherDevice() {
        Screen screen = new Screen();
        EmulatedDevice television = EmulatedDevice.of(
                "tv",
                EmulatedFilter.named("screen")
                        .categories(KSCATEGORY.RENDER)
                        .pin(EmulatedPin.of(KSPIN_DATAFLOW.IN, KSPIN_COMMUNICATION.SOURCE)
                                .ranges(DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL))
                                .streamHeaderSize(WITH_FRAME_INFO)
                                .streaming(screen::open)
                                .build())
                        .build());
        VirtualCamera camera = new VirtualCamera();
        VirtualTime time = new VirtualTime();
        try (EmulatedDriver driver =
                EmulatedDriver.builder().time(time).devices(camera, television).build()) {
            Handle lens = Client.pin(
                    driver.open(driver.enumerate(KSCATEGORY.VIDEO_CAMERA).get(0).path(), 0), 0, DataFormat.of(YUY2));
            Handle shown = Pair.connect(
                    driver.open(driver.enumerate(KSCATEGORY.RENDER).get(0).path(), 0), 0, DataFormat.of(YUY2), lens);
            Client.run(lens);
            Client.run(shown);
            time.advance(Duration.ofNanos(300 * YUY2.frameInterval()));
            driver.unplug(camera);
            time.advance(Duration.ofNanos(300 * YUY2.frameInterval()));
            assertEquals(List.of(1L, 2L, 3L), screen.pictures);
            assertEquals(List.of(1L, 2L, 3L), screen.numbersInThePictures);
            assertEquals(
                    List.of(YUY2.frameInterval(), 2 * YUY2.frameInterval(), 3 * YUY2.frameInterval()), screen.times);
            assertEquals(NtStatus.SUCCESS, Client.state(shown, KSSTATE.STOP));
        }
    }

    @Test
    void pinsOfOneDeviceAreConnectedToo() {
        Pair.Numbers numbers = new Pair.Numbers();
        Pair.Check check = new Pair.Check();
        DataRange any = DataRange.of(Guid.NULL, Guid.NULL, Guid.NULL);
        EmulatedDevice device = EmulatedDevice.of(
                "one",
                EmulatedFilter.named("f")
                        .categories(KSCATEGORY.AUDIO)
                        .pin(Pair.giving().ranges(any).streaming(numbers::open).build())
                        .pin(Pair.taking().ranges(any).streaming(check::open).build())
                        .build());
        try (EmulatedDriver driver = EmulatedDriver.of(device)) {
            Handle filter =
                    driver.open(driver.enumerate(KSCATEGORY.AUDIO).get(0).path(), 0);
            Handle sink = Client.pin(filter, 1, Pair.FORMAT);
            Handle source = Pair.connect(filter, 0, Pair.FORMAT, sink);
            Client.run(sink);
            Client.run(source);
            numbers.give(5000);
            assertEquals(5000, check.next);
            filter.close();
            assertEquals(1, numbers.closed);
            assertEquals(1, check.closed);
        }
    }
}
