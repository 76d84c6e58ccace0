package io.github.ks4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.ks4j.io.Driver;
import io.github.ks4j.io.Handle;
import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.KsBadReplyException;
import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsCancelledException;
import io.github.ks4j.io.KsClosedException;
import io.github.ks4j.io.KsDisconnectedException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.IOCTL_KS;
import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSSTREAM_HEADER;
import io.github.ks4j.struct.KS_FRAME_INFO;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** The life of a frame: idle, pending, idle again, released; and every way to get that wrong. */
@Timeout(30)
class KsFrameTest {
    private final Seam seam = new Seam();
    private final KsFilter filter = seam.filter();
    private final Handle pinHandle = mock(Handle.class);
    private final Handle.PendingRequest request = mock(Handle.PendingRequest.class);
    private final List<Handle.Completion> completions = new ArrayList<>();
    private final List<KsBuffer> headers = new ArrayList<>();
    private final KsPin pin = open();

    private KsPin open() {
        when(seam.handle.create(any(), any(), anyInt())).thenReturn(pinHandle);
        doCallRealMethod().when(pinHandle).repeatedRequest(anyInt(), any(), anyInt(), any(), anyInt(), any());
        when(pinHandle.submit(anyInt(), any(), anyInt(), any(), anyInt(), any()))
                .thenAnswer(call -> {
                    headers.add(call.getArgument(3));
                    completions.add(call.getArgument(5));
                    return request;
                });
        KsPinConnection connection = KsPinConnection.of(
                        DataFormat.of(new WaveFormat(KSDATAFORMAT_SUBTYPE.PCM, 48_000, 2, 16, 16, 0)))
                .withAccess(Driver.GENERIC_WRITE);
        return filter.pinFactory(0).open(connection);
    }

    private void complete(NtStatus status) {
        completions.get(completions.size() - 1).completed(IoStatusBlock.of(status, 0));
    }

    /** What the driver does with a request that is cancelled. */
    private void cancelCompletes() {
        doAnswer(call -> {
                    complete(NtStatus.CANCELLED);
                    return null;
                })
                .when(request)
                .cancel();
    }

    private List<KsBuffer> freed() {
        return seam.freed.stream().filter(buffer -> buffer.size() <= 100).toList();
    }

    @Test
    void aWriteSubmitsOneHeaderAsTheData() {
        KsFrame frame = pin.frame(100).dataUsed(40);
        pin.write(frame);

        verify(pinHandle).submit(anyInt(), any(), anyInt(), any(), anyInt(), any());
        KSSTREAM_HEADER header =
                KSSTREAM_HEADER.LAYOUT.at(Abi.X64, headers.get(0).bytes(), 0);
        assertEquals(
                "KSSTREAM_HEADER{Size=56, TypeSpecificFlags=0, PresentationTime=KSTIME{Time=0, Numerator=1, "
                        + "Denominator=1}, Duration=0, FrameExtent=100, DataUsed=40, Data=0x"
                        + Long.toHexString(header.get(KSSTREAM_HEADER.Data)) + ", OptionsFlags=0, Reserved=0}",
                header.toString());
    }

    @Test
    void theHeaderPointsToTheFramesData() {
        KsFrame frame = pin.frame(100);
        KsBuffer data = seam.allocated.get(seam.allocated.size() - 1);
        pin.write(frame);

        assertEquals(data.address(), frame.header().get(KSSTREAM_HEADER.Data));
    }

    @Test
    void aWriteIsAWriteAndAReadIsARead() {
        KsFrame frame = pin.frame(100);
        pin.write(frame);
        complete(NtStatus.SUCCESS);
        pin.read(frame);

        var order = inOrder(pinHandle);
        order.verify(pinHandle).submit(eq(IOCTL_KS.WRITE_STREAM), any(), anyInt(), any(), anyInt(), any());
        order.verify(pinHandle).submit(eq(IOCTL_KS.READ_STREAM), any(), anyInt(), any(), anyInt(), any());
    }

    @Test
    void aReadClearsWhatIsLeftOfTheLastOne() {
        KsFrame frame = pin.frame(100).options(0x10);
        pin.read(frame);

        assertEquals(0, frame.options());
        assertEquals(0, frame.dataUsed());
    }

    @Test
    void inA32BitProcessTheHeaderIsShorter() {
        Seam narrow = new Seam(Abi.X86);
        Handle handle = mock(Handle.class);
        when(narrow.handle.create(any(), any(), anyInt())).thenReturn(handle);
        KsFilter narrowFilter = narrow.filter();
        KsFrame frame = narrowFilter
                .pinFactory(0)
                .open(KsPinConnection.of(DataFormat.of(format())).withAccess(Driver.GENERIC_WRITE))
                .frame(16);

        assertEquals(48, frame.header().size());
    }

    private static byte[] format() {
        byte[] bytes = new byte[64];
        bytes[0] = 64;
        return bytes;
    }

    @Test
    void aFrameComesBackWhenTheRequestIsOver() {
        KsFrame frame = pin.frame(100);
        pin.write(frame);
        assertTrue(frame.isPending());
        assertFalse(frame.await(Duration.ofMillis(1)));
        complete(NtStatus.SUCCESS);

        assertTrue(frame.await(Duration.ZERO));
        assertFalse(frame.isPending());
    }

    @Test
    void waitingIsEndedByTheThreadThatCompletes() {
        KsFrame frame = pin.frame(100);
        pin.read(frame);
        new Thread(() -> complete(NtStatus.SUCCESS)).start();

        frame.await();
        assertFalse(frame.isPending());
    }

    @Test
    void aFrameThatWasCancelledSaysSo() {
        cancelCompletes();
        KsFrame frame = pin.frame(100);
        pin.read(frame);
        frame.cancel();

        KsCancelledException e = assertThrows(KsCancelledException.class, frame::await);
        assertTrue(e.getMessage().startsWith("read a frame of 100 bytes, pin 0 of " + Seam.PATH), e.getMessage());
    }

    @Test
    void cancellingAnIdleFrameDoesNothing() {
        KsFrame frame = pin.frame(100);
        pin.read(frame);
        complete(NtStatus.SUCCESS);
        frame.cancel();

        verify(request, never()).cancel();
    }

    @Test
    void aPendingFrameIsNotSubmittedAgain() {
        KsFrame frame = pin.frame(100);
        pin.write(frame);

        IllegalStateException e = assertThrows(IllegalStateException.class, () -> pin.write(frame));
        assertTrue(e.getMessage().contains("pending"), e.getMessage());
        assertEquals(1, completions.size());
    }

    @Test
    void aPendingFrameIsNotChanged() {
        KsFrame frame = pin.frame(100);
        pin.write(frame);

        assertThrows(IllegalStateException.class, () -> frame.dataUsed(1));
    }

    @Test
    void aClearedFrameHasNoData() {
        KsFrame frame = pin.frame(11);
        frame.bytes().put(0, (byte) 1).put(10, (byte) 1);
        byte[] data = new byte[11];
        frame.clear().bytes().get(0, data);

        assertArrayEquals(new byte[11], data);
        pin.write(frame);
        assertThrows(IllegalStateException.class, frame::clear);
    }

    @Test
    void allOfAFrameIsClearedWhateverLimitItsBytesHave() {
        KsFrame frame = pin.frame(11);
        frame.bytes().put(10, (byte) 1).limit(4);
        frame.clear();

        assertEquals(4, frame.bytes().limit());
        assertEquals(0, frame.bytes().clear().get(10));
    }

    @Test
    void aPendingFrameIsNotClosed() {
        KsFrame frame = pin.frame(100);
        pin.write(frame);

        assertThrows(IllegalStateException.class, frame::close);
        assertEquals(List.of(), freed());
    }

    @Test
    void aFrameThatCameBackCanBeUsedAgain() {
        KsFrame frame = pin.frame(100);
        pin.write(frame);
        complete(NtStatus.SUCCESS);
        pin.write(frame);

        assertEquals(2, completions.size());
    }

    @Test
    void aClosedFrameGivesItsMemoryBackOnce() {
        KsFrame frame = pin.frame(100);
        frame.close();
        frame.close();

        assertEquals(2, freed().size());
        assertThrows(IllegalStateException.class, () -> pin.write(frame));
    }

    @Test
    void aFrameOfAnotherPinIsRefused() {
        KsFrame frame = open().frame(100);

        assertThrows(IllegalArgumentException.class, () -> pin.write(frame));
    }

    @Test
    void aDriverThatClaimsMoreDataThanTheFrameHasIsNotBelieved() {
        KsFrame frame = pin.frame(100);
        pin.read(frame);
        headers.get(0).bytes().putInt(36, 101);
        complete(NtStatus.SUCCESS);

        assertThrows(KsBadReplyException.class, frame::dataUsed);
    }

    @Test
    void moreDataThanTheFrameHasIsNotWritten() {
        assertThrows(IllegalArgumentException.class, () -> pin.frame(100).dataUsed(101));
    }

    @Test
    void aRequestThatIsRefusedLeavesTheFrameIdle() {
        KsFrame frame = pin.frame(100);
        when(pinHandle.submit(anyInt(), any(), anyInt(), any(), anyInt(), any()))
                .thenThrow(new KsClosedException("pin"));

        assertThrows(KsClosedException.class, () -> pin.write(frame));
        assertFalse(frame.isPending());
    }

    @Test
    void closingThePinCancelsThenClosesThenReleases() {
        cancelCompletes();
        pin.write(pin.frame(100));
        List<Integer> freedAtClose = new ArrayList<>();
        doAnswer(call -> freedAtClose.add(freed().size())).when(pinHandle).close();
        pin.close();

        var order = inOrder(request, pinHandle);
        order.verify(request).cancel();
        order.verify(pinHandle).close();
        assertEquals(List.of(0), freedAtClose);
        assertEquals(2, freed().size());
    }

    @Test
    void anErrorWhenStoppingThePinDoesNotKeepItOpen() {
        KsFrame frame = pin.frame(8);
        pin.read(frame);
        StackOverflowError failure = new StackOverflowError();
        when(pinHandle.control(anyInt(), any(), anyInt(), any(), anyInt())).thenThrow(failure);
        doAnswer(call -> {
                    complete(NtStatus.CANCELLED);
                    return null;
                })
                .when(pinHandle)
                .close();

        assertSame(failure, assertThrows(StackOverflowError.class, pin::close));
        assertEquals(2, freed().size());
    }

    @Test
    void memoryThatTheDriverKeepsIsReleasedWhenItComesBack() {
        pin.write(pin.frame(100));
        pin.close();
        assertEquals(List.of(), freed());

        complete(NtStatus.CANCELLED);
        assertEquals(2, freed().size());
    }

    @Test
    void aPinThatIsClosedEndsTheWaitForAFrameThatTheDriverKeeps() {
        KsFrame frame = pin.frame(100);
        pin.write(frame);
        when(pinHandle.isClosed()).thenReturn(true);

        assertThrows(KsCancelledException.class, () -> frame.await(Handle.NO_DEADLINE));
        assertTrue(frame.isPending());
    }

    @Test
    void theWaitForAFrameMayBeOfAnyLength() {
        KsFrame frame = pin.frame(100);
        pin.write(frame);
        assertFalse(frame.await(Duration.ofSeconds(Long.MIN_VALUE)));
        complete(NtStatus.SUCCESS);
        assertTrue(frame.await(Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void aClosedPinMakesAndTakesNoFrames() {
        KsFrame frame = pin.frame(100);
        pin.close();

        assertThrows(KsClosedException.class, () -> pin.frame(1));
        assertThrows(KsClosedException.class, () -> pin.write(frame));
    }

    @Test
    void anExtendedHeaderIsAnnouncedInItsSize() {
        KsFrame frame = pin.frame(100, 72);
        pin.read(frame);

        assertEquals(128, frame.header().get(KSSTREAM_HEADER.Size));
        assertThrows(IllegalArgumentException.class, () -> pin.frame(100, 7));
    }

    @Test
    void aVideoFrameAnnouncesItsFrameInfo() {
        KsFrame frame = pin.videoFrame(100);
        pin.read(frame);

        assertEquals(128, frame.header().get(KSSTREAM_HEADER.Size));
        assertEquals(72, headers.get(0).bytes().getInt(56));
    }

    @Test
    void inA32BitProcessTheFrameInfoIsShorter() {
        Seam narrow = new Seam(Abi.X86);
        when(narrow.handle.create(any(), any(), anyInt())).thenReturn(mock(Handle.class));
        KsFrame frame = narrow.filter()
                .pinFactory(0)
                .open(KsPinConnection.of(DataFormat.of(format())).withAccess(Driver.GENERIC_READ))
                .videoFrame(16);

        assertEquals(64, frame.info().get(KS_FRAME_INFO.ExtendedHeaderSize));
        assertEquals(48, frame.info().offset());
    }

    @Test
    void aVideoFrameTellsOfItsPicture() {
        KsFrame frame = pin.videoFrame(100);
        pin.read(frame);
        headers.get(0).bytes().putLong(56 + 8, 7).putLong(56 + 16, 2);
        complete(NtStatus.SUCCESS);

        assertEquals(7, frame.pictureNumber());
        assertEquals(2, frame.dropCount());
    }

    @Test
    void aReadClearsThePictureOfTheLastOne() {
        KsFrame frame = pin.videoFrame(100);
        frame.info().set(KS_FRAME_INFO.PictureNumber, 7).set(KS_FRAME_INFO.FrameCompletionNumber, 7);
        pin.read(frame);

        assertEquals(0, frame.pictureNumber());
        assertEquals(0, frame.info().get(KS_FRAME_INFO.FrameCompletionNumber));
        assertEquals(72, frame.info().get(KS_FRAME_INFO.ExtendedHeaderSize));
    }

    @Test
    void aFrameThatIsNotOneOfVideoHasNoPicture() {
        assertThrows(IllegalStateException.class, pin.frame(100, 72)::pictureNumber);
    }

    @Test
    void timesThatAreSetAreValid() {
        KsFrame frame = pin.frame(100).presentationTime(5).duration(6);
        pin.write(frame);

        assertEquals(KSSTREAM_HEADER_OPTIONSF.TIMEVALID | KSSTREAM_HEADER_OPTIONSF.DURATIONVALID, frame.options());
        assertEquals(5, frame.presentationTime());
        assertEquals(6, frame.duration());
    }

    @Test
    void aFrameIsTheLastOneUntilThatIsTakenBack() {
        KsFrame frame = pin.frame(100).presentationTime(5).endOfStream(true);
        assertTrue(frame.isEndOfStream());
        frame.endOfStream(false);

        assertFalse(frame.isEndOfStream());
        assertEquals(KSSTREAM_HEADER_OPTIONSF.TIMEVALID, frame.options());
    }

    @Test
    void theTimesOfAPendingFrameAreNotChanged() {
        KsFrame frame = pin.frame(100);
        pin.write(frame);

        assertThrows(IllegalStateException.class, () -> frame.presentationTime(1));
        assertEquals(0, frame.presentationTime());
    }

    @Test
    void aFrameWhoseDeviceHasGoneSaysSo() {
        KsFrame frame = pin.frame(100);
        pin.read(frame);
        complete(NtStatus.DEVICE_REMOVED);

        KsDisconnectedException e = assertThrows(KsDisconnectedException.class, frame::await);
        assertTrue(e.getMessage().endsWith("the device has been removed"), e.getMessage());
    }

    @Test
    void anActionIsRunByItsExecutorEachTimeTheFrameHasComeBack() {
        List<Runnable> asked = new ArrayList<>();
        List<Boolean> pending = new ArrayList<>();
        KsFrame frame = pin.frame(100).whenBack(asked::add, back -> pending.add(back.isPending()));
        pin.write(frame);
        complete(NtStatus.SUCCESS);
        assertEquals(List.of(), pending);
        pin.write(frame);
        complete(NtStatus.CANCELLED);
        asked.forEach(Runnable::run);
        assertEquals(List.of(false, false), pending);
    }

    @Test
    void anActionMaySubmitTheFrameAgain() {
        KsFrame frame = pin.frame(100).whenBack(Runnable::run, pin::write);
        pin.write(frame);
        complete(NtStatus.SUCCESS);
        assertTrue(frame.isPending());
        assertEquals(2, completions.size());
    }

    @Test
    void anExecutorThatRefusesDoesNotKeepTheFrame() {
        KsFrame frame = pin.frame(100)
                .whenBack(
                        action -> {
                            throw new RejectedExecutionException();
                        },
                        back -> {});
        pin.write(frame);
        assertThrows(RejectedExecutionException.class, () -> complete(NtStatus.SUCCESS));
        assertTrue(frame.await(Duration.ZERO));
    }

    @Test
    void whatAClosedFrameHeldIsAnotherOnesNow() {
        KsFrame frame = pin.videoFrame(100);
        pin.close();

        for (Executable look : List.<Executable>of(
                frame::bytes,
                frame::header,
                frame::info,
                frame::dataUsed,
                frame::options,
                frame::presentationTime,
                frame::duration,
                frame::isEndOfStream,
                frame::pictureNumber,
                frame::dropCount)) {
            assertTrue(
                    assertThrows(IllegalStateException.class, look).getMessage().endsWith(" is closed"));
        }
    }

    @Test
    void aWaitMayBeForEver() {
        KsFrame frame = pin.frame(100);
        pin.read(frame);
        new Thread(() -> complete(NtStatus.SUCCESS)).start();

        assertTrue(frame.await(ChronoUnit.FOREVER.getDuration()));
    }

    @Test
    void aFrameHasASizeThatThereCanBe() {
        assertThrows(IllegalArgumentException.class, () -> pin.frame(-1));
        assertThrows(IllegalArgumentException.class, () -> pin.frame(0, Integer.MAX_VALUE - 7));
        assertEquals(List.of(), seam.allocated);
    }
}
