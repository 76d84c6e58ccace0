package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSPROBE;
import io.github.ks4j.set.KSSTREAM;
import io.github.ks4j.set.KSSTREAM_HEADER_OPTIONSF;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KsProbeStreamIrpTest {
    private static final long HEADERS = 0x2000;
    private static final long FRAME = 0x10_0000;
    private static final long OTHER = 0x20_0000;
    private static final int SIZE = 56;
    private static final int LOCKED = KSPROBE.ALLOCATEMDL | KSPROBE.PROBEANDLOCK;
    private static final int MAPPED = LOCKED | KSPROBE.SYSTEMADDRESS;

    private final byte[] frame = new byte[16];
    private final byte[] other = new byte[8];
    private final TestMemory memory = new TestMemory().map(FRAME, frame).map(OTHER, other);
    private ByteBuffer headers = ByteBuffer.allocate(0);

    /** Adds a header. */
    private KsProbeStreamIrpTest header(int size, int extent, int used, long data, int options) {
        ByteBuffer longer = ByteBuffer.allocate(headers.capacity() + Math.max(size, SIZE))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(0, headers.array());
        int at = headers.capacity();
        longer.putInt(at, size)
                .putInt(at + 32, extent)
                .putInt(at + 36, used)
                .putLong(at + 40, data)
                .putInt(at + 48, options);
        headers = longer;
        return this;
    }

    private KsProbeStreamIrpTest header(int extent, int used) {
        return header(SIZE, extent, used, FRAME, 0);
    }

    private Irp irp(int length) {
        memory.map(HEADERS, headers.array());
        return new Irp()
                .initialize(new FileObject(null), memory, 0x2F4017, 0, 0, HEADERS, length, true, (i, block) -> {});
    }

    private Irp irp() {
        return irp(headers.capacity());
    }

    private NtStatus probe(int flags, int headerSize) {
        Irp irp = irp();
        NtStatus status = KsProbeStreamIrp.probe(irp, flags, headerSize);
        if (!status.isSuccess()) {
            assertNull(irp.systemBuffer());
            assertNull(irp.mdlAddress());
        }
        irp.complete(status);
        return status;
    }

    private static Irp probed(Irp irp, int flags) {
        assertEquals(NtStatus.SUCCESS, KsProbeStreamIrp.probe(irp, flags, 0));
        return irp;
    }

    @Test
    void aRequestWithoutHeadersIsAnInvalidBufferSize() {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, probe(KSPROBE.STREAMWRITE, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "56, 0, 0x00000000",
        "64, 0, 0x00000000",
        "64, 64, 0x00000000",
        "60, 0, 0xC0000206",
        "56, 64, 0xC0000206",
        "64, 56, 0xC0000206",
        "48, 48, 0xC0000206",
        "48, 0, 0xC0000206",
        "-8, 0, 0xC0000206",
        "-8, -8, 0xC0000206"
    })
    void theSizeIsTheDriversOrAnyMultipleOfEight(int size, int headerSize, String status) {
        assertEquals(
                NtStatus.of(Integer.parseUnsignedInt(status.substring(2), 16)),
                header(size, 16, 16, FRAME, 0).probe(KSPROBE.STREAMWRITE, headerSize));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 55, 57, 111})
    void aBufferThatCutsAHeaderIsAnInvalidBufferSize(int length) {
        header(16, 16).header(16, 16);
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, KsProbeStreamIrp.probe(irp(length), KSPROBE.STREAMWRITE, 0));
    }

    @ParameterizedTest
    @CsvSource({"16, 17", "16, -1", "0, 1"})
    void aWriteOfMoreThanTheFrameIsAnInvalidBufferSize(int extent, int used) {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, header(extent, used).probe(KSPROBE.STREAMWRITE, 0));
    }

    @Test
    void aReadComesWithoutData() {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, header(16, 1).probe(KSPROBE.STREAMREAD, 0));
    }

    @Test
    void aReadComesWithoutOptions() {
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                header(SIZE, 16, 0, FRAME, KSSTREAM_HEADER_OPTIONSF.TYPECHANGED)
                        .probe(KSPROBE.STREAMREAD | KSPROBE.ALLOWFORMATCHANGE, 0));
    }

    @Test
    void aWriteMayHaveOtherOptions() {
        assertEquals(
                NtStatus.SUCCESS,
                header(SIZE, 16, 16, FRAME, ~KSSTREAM_HEADER_OPTIONSF.TYPECHANGED)
                        .probe(KSPROBE.STREAMWRITE, 0));
    }

    @Test
    void aChangeOfFormatNeedsPermission() {
        header(SIZE, 16, 16, FRAME, KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
        assertEquals(NtStatus.INVALID_PARAMETER, probe(KSPROBE.STREAMWRITE, SIZE));
        assertEquals(NtStatus.SUCCESS, probe(KSPROBE.STREAMWRITE | KSPROBE.ALLOWFORMATCHANGE, SIZE));
    }

    @Test
    void aChangeOfFormatIsAloneInItsRequest() {
        header(SIZE, 16, 16, FRAME, KSSTREAM_HEADER_OPTIONSF.TYPECHANGED).header(16, 16);
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, probe(KSPROBE.STREAMWRITE | KSPROBE.ALLOWFORMATCHANGE, 0));
    }

    @Test
    void aChangeOfFormatHasAPlainHeaderEvenWhereOthersAreExtended() {
        header(SIZE, 16, 16, FRAME, KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
        assertEquals(NtStatus.SUCCESS, probe(KSPROBE.STREAMWRITE | KSPROBE.ALLOWFORMATCHANGE, 64));
    }

    @Test
    void aChangeOfFormatHasNoExtendedHeader() {
        header(64, 16, 16, FRAME, KSSTREAM_HEADER_OPTIONSF.TYPECHANGED);
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, probe(KSPROBE.STREAMWRITE | KSPROBE.ALLOWFORMATCHANGE, 64));
    }

    @Test
    void headersThatAreNotMappedAreAnAccessViolation() {
        header(16, 16);
        Irp irp = irp(headers.capacity() + 8);
        assertEquals(NtStatus.ACCESS_VIOLATION, KsProbeStreamIrp.probe(irp, KSPROBE.STREAMWRITE, 0));
        assertEquals(NtStatus.ACCESS_VIOLATION, KsProbeStreamIrp.probe(irp.fromKernelMode(), KSPROBE.STREAMWRITE, 0));
        assertNull(irp.systemBuffer());
    }

    @Test
    void aUsersHeadersAreCopied() {
        Irp irp = probed(header(16, 16).irp(), KSPROBE.STREAMWRITE);
        headers.putInt(36, -1);
        assertEquals(16, irp.systemBuffer().bytes().getInt(36));
        assertEquals(Irp.BUFFERED_IO | Irp.DEALLOCATE_BUFFER | Irp.SYNCHRONOUS_API, irp.flags());
    }

    @Test
    void aKernelCallersHeadersStayWhereTheyAre() {
        Irp irp = probed(header(16, 0).irp().fromKernelMode(), KSPROBE.STREAMREAD | MAPPED);
        irp.systemBuffer().bytes().putInt(36, 5);
        assertEquals(Irp.SYNCHRONOUS_API, irp.flags());
        irp.complete(NtStatus.CANCELLED);
        assertEquals(5, headers.getInt(36));
    }

    @Test
    void whatAReadDidToItsHeadersGoesBackAtCompletion() {
        header(16, 0).header(16, 0);
        Irp irp = probed(irp(), KSPROBE.STREAMREAD | MAPPED);
        irp.systemBuffer().bytes().putInt(36, 7).putInt(SIZE + 36, 9);
        assertEquals(0, headers.getInt(36));
        irp.information(SIZE);
        irp.complete(NtStatus.SUCCESS);
        assertEquals(7, headers.getInt(36));
        assertEquals(0, headers.getInt(SIZE + 36), "a header beyond Information");
        assertArrayEquals(new byte[16], frame, "the frame");
    }

    @Test
    void nothingGoesBackOfAReadThatFailed() {
        Irp irp = probed(header(16, 0).irp(), KSPROBE.STREAMREAD | MAPPED);
        irp.systemBuffer().bytes().putInt(36, 7);
        irp.information(SIZE);
        irp.complete(NtStatus.CANCELLED);
        assertEquals(0, headers.getInt(36));
    }

    @Test
    void nothingGoesBackOfAWrite() {
        Irp irp = probed(header(16, 16).irp(), KSPROBE.STREAMWRITE | MAPPED);
        irp.systemBuffer().bytes().putInt(36, 7);
        irp.information(SIZE);
        irp.complete(NtStatus.SUCCESS);
        assertEquals(16, headers.getInt(36));
    }

    @Test
    void eachFrameWithBytesGetsAnMdlInTurn() {
        header(16, 0).header(SIZE, 0, 0, 1, 0).header(64, 8, 0, OTHER, 0);
        Irp irp = probed(irp(), KSPROBE.STREAMREAD | MAPPED);
        Mdl first = irp.mdlAddress();
        assertEquals(FRAME, first.address());
        assertEquals(16, first.byteCount());
        assertEquals(LOCK_OPERATION.IoWriteAccess, first.access());
        assertEquals(OTHER, first.next().address());
        assertEquals(8, first.next().byteCount());
        assertNull(first.next().next());
        first.next().systemAddress().put(7, (byte) 42);
        assertEquals(42, other[7]);
    }

    @Test
    void aWriteLocksItsFrameForReading() {
        Irp irp = probed(header(16, 4).irp(), KSPROBE.STREAMWRITE | LOCKED);
        assertEquals(LOCK_OPERATION.IoReadAccess, irp.mdlAddress().access());
        assertEquals(16, irp.mdlAddress().byteCount(), "the whole frame");
    }

    @Test
    void modifyingLocksForBoth() {
        Irp irp = probed(header(16, 4).irp(), KSPROBE.STREAMWRITE | KSPROBE.MODIFY | LOCKED);
        assertEquals(LOCK_OPERATION.IoModifyAccess, irp.mdlAddress().access());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, KSPROBE.PROBEANDLOCK, KSPROBE.SYSTEMADDRESS, KSPROBE.PROBEANDLOCK | KSPROBE.SYSTEMADDRESS})
    void withoutAllocatingThereIsNothingToLock(int flags) {
        assertNull(probed(header(16, 0).irp(), KSPROBE.STREAMREAD | flags).mdlAddress());
    }

    @Test
    void withoutLockingThereIsNothingToMap() {
        Irp irp = probed(header(16, 0).irp(), KSPROBE.STREAMREAD | KSPROBE.ALLOCATEMDL | KSPROBE.SYSTEMADDRESS);
        assertNull(irp.mdlAddress().access());
        assertNull(irp.mdlAddress().systemAddress());
        assertNull(irp.mdlAddress().map());
    }

    @Test
    void lockedMemoryIsMappedWhenSomebodyAsks() {
        Mdl mdl = probed(header(16, 0).irp(), KSPROBE.STREAMREAD | LOCKED).mdlAddress();
        assertNull(mdl.systemAddress());
        assertSame(mdl.map(), mdl.systemAddress());
    }

    @Test
    void furtherCallsDoWhatIsLeft() {
        Irp irp = probed(header(16, 0).irp(), KSPROBE.STREAMREAD);
        probed(irp, KSPROBE.STREAMREAD | KSPROBE.ALLOCATEMDL);
        Mdl mdl = irp.mdlAddress();
        probed(irp, KSPROBE.STREAMREAD | LOCKED);
        probed(irp, KSPROBE.STREAMREAD | MAPPED);
        ByteBuffer mapped = mdl.systemAddress();
        probed(irp, KSPROBE.STREAMREAD | MAPPED);
        assertSame(mdl, irp.mdlAddress());
        assertSame(mapped, mdl.systemAddress());
        assertNull(mdl.next());
    }

    @Test
    void furtherCallsDoNotCheckTheHeadersAgain() {
        Irp irp = probed(header(16, 0).irp(), KSPROBE.STREAMREAD);
        headers.putInt(36, 1);
        irp.systemBuffer().bytes().putInt(36, 1);
        probed(irp, KSPROBE.STREAMREAD | MAPPED);
    }

    @Test
    void aDriverThatSpoiledTheHeadersGetsAStatus() {
        Irp irp = probed(header(16, 0).irp(), KSPROBE.STREAMREAD);
        irp.systemBuffer().bytes().putInt(0, 0);
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, KsProbeStreamIrp.probe(irp, KSPROBE.STREAMREAD | MAPPED, 0));
    }

    @ParameterizedTest
    @CsvSource({"8, 0x300000", "17, 0x100000", "1, -1", "-1, 0x100000", "1, 0"})
    void aFrameThatIsNotMappedIsAnAccessViolationAndLeavesNoMdl(int extent, String data) {
        header(16, 0).header(SIZE, extent, 0, Long.decode(data), 0);
        Irp irp = irp();
        assertEquals(NtStatus.ACCESS_VIOLATION, KsProbeStreamIrp.probe(irp, KSPROBE.STREAMREAD | MAPPED, 0));
        assertNull(irp.mdlAddress());
    }

    @Test
    void aFrameThatCouldNotBeLockedCanBeLockedLater() {
        header(16, 0).header(SIZE, 8, 0, 0x30_0000, 0);
        Irp irp = irp();
        assertEquals(NtStatus.ACCESS_VIOLATION, KsProbeStreamIrp.probe(irp, KSPROBE.STREAMREAD | MAPPED, 0));
        memory.map(0x30_0000, new byte[8]);
        probed(irp, KSPROBE.STREAMREAD | MAPPED);
        assertNotNull(irp.mdlAddress().next().systemAddress());
    }

    @Test
    void aKernelCallersNonPagedMemoryNeedsNoLock() {
        Irp irp = header(16, 0).irp().fromKernelMode();
        probed(irp, KSPROBE.STREAMREAD | KSSTREAM.NONPAGED_DATA | LOCKED);
        assertNull(irp.mdlAddress().access());
        assertNotNull(irp.mdlAddress().systemAddress());
    }

    @Test
    void aUsersMemoryIsLockedWhateverIsSaidOfIt() {
        Irp irp = probed(header(16, 0).irp(), KSPROBE.STREAMREAD | KSSTREAM.NONPAGED_DATA | LOCKED);
        assertEquals(LOCK_OPERATION.IoWriteAccess, irp.mdlAddress().access());
    }

    @Test
    void completionReleasesTheMemory() {
        Irp irp = probed(header(16, 0).irp(), KSPROBE.STREAMREAD | MAPPED);
        Mdl mdl = irp.mdlAddress();
        irp.complete(NtStatus.SUCCESS);
        assertNull(irp.mdlAddress());
        assertNull(mdl.systemAddress());
    }

    @Test
    void requestsUnderWayShareNothing() {
        header(16, 0);
        Irp first = probed(irp(), KSPROBE.STREAMREAD | MAPPED);
        first.complete(NtStatus.SUCCESS);
        Irp second = probed(irp(), KSPROBE.STREAMREAD | MAPPED);
        Irp third = probed(irp(), KSPROBE.STREAMREAD | MAPPED);
        assertNotSame(second.systemBuffer(), third.systemBuffer());
        assertNotSame(second.mdlAddress(), third.mdlAddress());
    }

    @Test
    void randomHeadersAreCheckedWithoutAnException() {
        Random random = new Random(5);
        for (int round = 0; round < 50_000; round++) {
            headers = ByteBuffer.allocate(random.nextInt(5) * 56 + (random.nextInt(8) == 0 ? random.nextInt(56) : 0))
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at + 56 <= headers.capacity(); at += 56) {
                int extent = random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(20);
                headers.putInt(at, random.nextInt(8) == 0 ? random.nextInt() : 56 << random.nextInt(2))
                        .putInt(at + 32, extent)
                        .putInt(at + 36, random.nextInt(8) == 0 ? random.nextInt() : 0)
                        .putLong(at + 40, random.nextInt(8) == 0 ? random.nextLong() : FRAME)
                        .putInt(at + 48, random.nextInt(8) == 0 ? random.nextInt() : 0);
            }
            Irp irp = irp();
            if (random.nextBoolean()) {
                irp.fromKernelMode();
            }
            int flags = random.nextInt() & 0x3F1;
            NtStatus status = KsProbeStreamIrp.probe(irp, flags, random.nextInt(4) == 0 ? random.nextInt(128) : 0);
            if (status.isSuccess()) {
                assertEquals(status, KsProbeStreamIrp.probe(irp, flags, 0), "a second call");
            } else {
                assertNull(irp.mdlAddress());
            }
            irp.complete(status);
        }
    }

    @Test
    void anIrpForReuseKeepsItsMdlsForTheNextTime() {
        header(16, 16);
        memory.map(HEADERS, headers.array());
        Irp reused = new Irp().forReuse();
        Mdl first = sent(reused);
        reused.complete(NtStatus.SUCCESS);
        Mdl between = sent(new Irp());
        Mdl second = sent(reused);
        assertSame(first, second);
        assertNotSame(first, between);
    }

    /** Has an IRP carry the headers, and gives its MDL. */
    private Mdl sent(Irp irp) {
        irp.initialize(
                new FileObject(null), memory, 0x2F4017, 0, 0, HEADERS, headers.capacity(), true, (over, block) -> {});
        return probed(irp, MAPPED | KSPROBE.STREAMWRITE).mdlAddress();
    }
}
