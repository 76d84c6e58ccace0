package io.github.ks4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ks4j.io.KsBuffer;
import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.KSALLOCATOR_FLAG;
import io.github.ks4j.set.KSALLOCATOR_OPTIONF;
import io.github.ks4j.set.KSALLOCATOR_REQUIREMENTF;
import io.github.ks4j.set.KSMEMORY_TYPE;
import io.github.ks4j.struct.Guid;
import io.github.ks4j.struct.KSALLOCATOR_FRAMING;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FramingTest {
    private static final int HEAD = 24;
    private static final int ITEM = 88;
    private static final Guid BUS = new Guid(3, 4);

    // KS_FRAMING_ITEM.
    private static final int MEMORY_TYPE = 0;
    private static final int BUS_TYPE = 16;
    private static final int MEMORY_FLAGS = 32;
    private static final int FLAGS = 40;
    private static final int FRAMES = 44;
    private static final int ALIGNMENT = 48;
    private static final int PHYSICAL = 56;
    private static final int OPTIMAL = 68;

    /** An item that takes everything. */
    private static ByteBuffer any() {
        ByteBuffer item = ByteBuffer.allocate(ITEM).order(ByteOrder.LITTLE_ENDIAN);
        return range(item, PHYSICAL, 0, -1, 1);
    }

    private static ByteBuffer range(ByteBuffer item, int at, int min, int max, int step) {
        return item.putInt(at, min).putInt(at + 4, max).putInt(at + 8, step);
    }

    private static ByteBuffer of(Guid memoryType) {
        ByteBuffer item = any();
        memoryType.write(item, MEMORY_TYPE);
        return item;
    }

    private static ByteBuffer must(Guid memoryType) {
        return of(memoryType).putInt(MEMORY_FLAGS, KSALLOCATOR_REQUIREMENTF.MUST_ALLOCATE);
    }

    private static ByteBuffer bytes(ByteBuffer... items) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + ITEM * items.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, items.length);
        for (int i = 0; i < items.length; i++) {
            bytes.put(HEAD + ITEM * i, items[i], 0, ITEM);
        }
        return bytes;
    }

    private static Framing framing(ByteBuffer... items) {
        return Framing.of(bytes(items));
    }

    private static KSALLOCATOR_FRAMING agreed(ByteBuffer source, ByteBuffer sink) {
        return framing(source).intersect(framing(sink)).orElseThrow();
    }

    private static int frameSize(ByteBuffer source, ByteBuffer sink) {
        return agreed(source, sink).get(KSALLOCATOR_FRAMING.FrameSize);
    }

    private static NtStatus refused(Consumer<ByteBuffer> change) {
        ByteBuffer framing = bytes(any());
        change.accept(framing);
        return assertThrows(KsException.class, () -> Framing.of(framing)).status();
    }

    @Test
    void pinsThatDoNotCareAgreeOnKernelMemoryAndLeaveTheRest() {
        KSALLOCATOR_FRAMING framing = agreed(any(), any());
        assertEquals(KSALLOCATOR_OPTIONF.SYSTEM_MEMORY, framing.get(KSALLOCATOR_FRAMING.OptionsFlags));
        assertEquals(0, framing.get(KSALLOCATOR_FRAMING.PoolType));
        assertEquals(0, framing.get(KSALLOCATOR_FRAMING.Frames));
        assertEquals(0, framing.get(KSALLOCATOR_FRAMING.FrameSize));
        assertEquals(0, framing.get(KSALLOCATOR_FRAMING.FileAlignment));
    }

    @Test
    void thereAreAsManyFramesAsEitherWants() {
        assertEquals(8, agreed(any().putInt(FRAMES, 3), any().putInt(FRAMES, 8)).get(KSALLOCATOR_FRAMING.Frames));
        assertEquals(
                -1, agreed(any().putInt(FRAMES, -1), any().putInt(FRAMES, 8)).get(KSALLOCATOR_FRAMING.Frames));
    }

    @Test
    void theyAreAlignedAsEitherWants() {
        KSALLOCATOR_FRAMING framing = agreed(any().putInt(ALIGNMENT, 0x1FF), any().putInt(ALIGNMENT, 7));
        assertEquals(0x1FF, framing.get(KSALLOCATOR_FRAMING.FileAlignment));
    }

    @Test
    void theSmallestSizeIsTakenThatIsBestForBoth() {
        assertEquals(2000, frameSize(range(any(), OPTIMAL, 1000, 4000, 1), range(any(), OPTIMAL, 2000, 8000, 1)));
    }

    @Test
    void whatIsBestForTheSinkGoesBeforeWhatIsBestForTheSource() {
        assertEquals(5000, frameSize(range(any(), OPTIMAL, 1000, 4000, 1), range(any(), OPTIMAL, 5000, 8000, 1)));
    }

    @Test
    void whatIsBestIsTakenFromWhatIsPossible() {
        ByteBuffer sink = range(range(any(), OPTIMAL, 5000, 8000, 1), PHYSICAL, 5000, 9000, 1);
        assertEquals(5500, frameSize(range(any(), PHYSICAL, 5500, 100_000, 1), sink));
        assertEquals(5600, frameSize(range(range(any(), OPTIMAL, 5600, 5700, 1), PHYSICAL, 1, 100_000, 1), sink));
    }

    @Test
    void whatIsOnlyPossibleDoesToo() {
        ByteBuffer source = range(range(any(), OPTIMAL, 1, 2, 1), PHYSICAL, 100, 200, 1);
        ByteBuffer sink = range(range(any(), OPTIMAL, 3, 4, 1), PHYSICAL, 150, 300, 1);
        assertEquals(150, frameSize(source, sink));
    }

    @Test
    void theBestForTheSourceIsTakenIfTheSinksIsNotPossible() {
        ByteBuffer source = range(range(any(), OPTIMAL, 180, 190, 1), PHYSICAL, 100, 200, 1);
        ByteBuffer sink = range(range(any(), OPTIMAL, 3, 4, 1), PHYSICAL, 150, 300, 1);
        assertEquals(180, frameSize(source, sink));
    }

    @Test
    void sizesThatExcludeEachOtherDoNotAgree() {
        Framing source = framing(range(any(), PHYSICAL, 1, 99, 1));
        assertEquals(Optional.empty(), source.intersect(framing(range(any(), PHYSICAL, 100, 200, 1))));
        assertEquals(
                Optional.empty(), framing(range(any(), PHYSICAL, 100, 200, 1)).intersect(source));
    }

    @Test
    void sizesAreUnsigned() {
        assertEquals(
                0x90000000,
                frameSize(range(any(), PHYSICAL, 0x80000000, -1, 1), range(any(), OPTIMAL, 0x90000000, -1, 1)));
    }

    @Test
    void aFixedSizeWithAStepIsThatSize() {
        assertEquals(1234, frameSize(range(any(), OPTIMAL, 1234, 1234, 1), any()));
    }

    @Test
    void stepsDoNotCountUnlessAttentionIsAskedFor() {
        ByteBuffer source = range(any(), PHYSICAL, 0, 1000, 512);
        assertEquals(600, frameSize(source, range(any(), PHYSICAL, 600, 700, 1)));
        source.putInt(FLAGS, KSALLOCATOR_FLAG.ATTENTION_STEPPING);
        assertEquals(Optional.empty(), framing(source).intersect(framing(range(any(), PHYSICAL, 600, 700, 1))));
    }

    @Test
    void stepsMeetWhereCountingMeets() {
        Random random = new Random(17);
        for (int i = 0; i < 2000; i++) {
            long[] one = {random.nextInt(60), random.nextInt(200) + 60, random.nextInt(30) + 1};
            long[] other = {random.nextInt(60), random.nextInt(200) + 60, random.nextInt(30) + 1};
            long expected = sizes(one)
                    .filter(size -> sizes(other).anyMatch(also -> also == size))
                    .findFirst()
                    .orElse(-1);
            Optional<KSALLOCATOR_FRAMING> agreed = stepping(one).intersect(stepping(other));
            assertEquals(
                    expected,
                    agreed.map(framing -> framing.get(KSALLOCATOR_FRAMING.FrameSize))
                            .orElse(-1)
                            .longValue());
        }
    }

    private static LongStream sizes(long[] range) {
        return LongStream.iterate(range[0], size -> size <= range[1], size -> size + range[2]);
    }

    private static Framing stepping(long[] range) {
        ByteBuffer item = range(any(), PHYSICAL, (int) range[0], (int) range[1], (int) range[2]);
        return framing(item.putInt(FLAGS, KSALLOCATOR_FLAG.ATTENTION_STEPPING));
    }

    @Test
    void stepsOfAnySizeMeetOrDoNot() {
        Framing source = stepping(new long[] {1, 0xFFFFFFFFL, 0xFFFFFFFEL});
        assertEquals(
                -1,
                source.intersect(stepping(new long[] {0, 0xFFFFFFFFL, 0xFFFFFFFFL}))
                        .orElseThrow()
                        .get(KSALLOCATOR_FRAMING.FrameSize));
        assertEquals(Optional.empty(), source.intersect(stepping(new long[] {2, 0xFFFFFFFFL, 0xFFFFFFFCL})));
    }

    @Test
    void memoryAndBusHaveToAgree() {
        assertEquals(
                Optional.empty(),
                framing(of(KSMEMORY_TYPE.KERNEL_PAGED)).intersect(framing(of(KSMEMORY_TYPE.KERNEL_NONPAGED))));
        ByteBuffer bus = any();
        BUS.write(bus, BUS_TYPE);
        ByteBuffer otherBus = any();
        KSMEMORY_TYPE.SYSTEM.write(otherBus, BUS_TYPE);
        assertEquals(Optional.empty(), framing(bus).intersect(framing(otherBus)));
        assertTrue(framing(bus).intersect(framing(bus)).isPresent());
        assertTrue(framing(bus).intersect(framing(any())).isPresent());
    }

    @Test
    void anyMemoryIsWhatTheOtherWants() {
        int pool = 1;
        assertEquals(pool, agreed(of(KSMEMORY_TYPE.KERNEL_PAGED), any()).get(KSALLOCATOR_FRAMING.PoolType));
        assertEquals(pool, agreed(any(), of(KSMEMORY_TYPE.KERNEL_PAGED)).get(KSALLOCATOR_FRAMING.PoolType));
        assertEquals(0, agreed(any(), of(KSMEMORY_TYPE.KERNEL_NONPAGED)).get(KSALLOCATOR_FRAMING.PoolType));
    }

    @Test
    void memoryOfADeviceIsNotTheSystems() {
        KSALLOCATOR_FRAMING framing = agreed(of(KSMEMORY_TYPE.DEVICE_UNKNOWN), any());
        assertEquals(0, framing.get(KSALLOCATOR_FRAMING.OptionsFlags));
    }

    @Test
    void theFirstItemsThatAgreeAreTaken() {
        Framing source = framing(of(KSMEMORY_TYPE.USER), of(KSMEMORY_TYPE.KERNEL_PAGED), any());
        Framing sink = framing(of(KSMEMORY_TYPE.KERNEL_NONPAGED), of(KSMEMORY_TYPE.KERNEL_PAGED));
        assertEquals(1, source.intersect(sink).orElseThrow().get(KSALLOCATOR_FRAMING.PoolType));
    }

    @Test
    void whatTheSinkMustAllocateGoesBeforeTheRest() {
        Framing source = framing(of(KSMEMORY_TYPE.KERNEL_NONPAGED), any());
        Framing sink = framing(any(), must(KSMEMORY_TYPE.KERNEL_PAGED));
        assertEquals(1, source.intersect(sink).orElseThrow().get(KSALLOCATOR_FRAMING.PoolType));
    }

    @Test
    void whatTheSinkMustAllocateWinsAgainstWhatTheSourceMust() {
        Framing source = framing(must(KSMEMORY_TYPE.KERNEL_NONPAGED), any());
        Framing sink = framing(must(KSMEMORY_TYPE.KERNEL_PAGED), any());
        assertEquals(1, source.intersect(sink).orElseThrow().get(KSALLOCATOR_FRAMING.PoolType));
    }

    @Test
    void whatTheSourceMustAllocateGoesBeforeTheRest() {
        Framing source = framing(any(), must(KSMEMORY_TYPE.KERNEL_PAGED));
        assertEquals(1, source.intersect(framing(any())).orElseThrow().get(KSALLOCATOR_FRAMING.PoolType));
    }

    @Test
    void aPlainFramingPrefersItsSizeAndRequiresItsMemory() {
        KSALLOCATOR_FRAMING plain = KSALLOCATOR_FRAMING
                .LAYOUT
                .allocate()
                .set(KSALLOCATOR_FRAMING.RequirementsFlags, KSALLOCATOR_REQUIREMENTF.SYSTEM_MEMORY)
                .set(KSALLOCATOR_FRAMING.PoolType, 1)
                .set(KSALLOCATOR_FRAMING.Frames, 4)
                .set(KSALLOCATOR_FRAMING.FrameSize, 640)
                .set(KSALLOCATOR_FRAMING.FileAlignment, 3);
        KSALLOCATOR_FRAMING framing =
                Framing.of(plain).intersect(framing(any())).orElseThrow();
        assertEquals(1, framing.get(KSALLOCATOR_FRAMING.PoolType));
        assertEquals(4, framing.get(KSALLOCATOR_FRAMING.Frames));
        assertEquals(640, framing.get(KSALLOCATOR_FRAMING.FrameSize));
        assertEquals(3, framing.get(KSALLOCATOR_FRAMING.FileAlignment));
        assertEquals(Optional.empty(), Framing.of(plain).intersect(framing(of(KSMEMORY_TYPE.KERNEL_NONPAGED))));
    }

    @Test
    void aPlainFramingWithoutRequirementsTakesAnyMemory() {
        Framing plain = Framing.of(KSALLOCATOR_FRAMING.LAYOUT.allocate());
        assertEquals(
                1,
                plain.intersect(framing(of(KSMEMORY_TYPE.KERNEL_PAGED)))
                        .orElseThrow()
                        .get(KSALLOCATOR_FRAMING.PoolType));
    }

    @Test
    void whatAgreesCreatesAnAllocator() {
        ByteBuffer source = range(any(), OPTIMAL, 1920, 1920, 1).putInt(FRAMES, 2);
        KsDefaultAllocator allocator = new KsDefaultAllocator(
                KsValidateAllocatorCreateRequest.of(agreed(source, any()).buffer()),
                size -> new KsBuffer(ByteBuffer.allocate(size), 0x1000, () -> {}));
        assertEquals(1920, allocator.allocate().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 24, 111})
    void aFramingThatIsCutShortIsAnInvalidBufferSize(int length) {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, refused(framing -> framing.limit(length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void moreItemsThanThereAreBytesForAreAnInvalidBufferSize(int count) {
        assertEquals(NtStatus.INVALID_BUFFER_SIZE, refused(framing -> framing.putInt(0, count)));
    }

    @Test
    void aFramingWithoutItemsIsAnInvalidParameter() {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(framing -> framing.putInt(0, 0)));
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsAnInvalidParameter() {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(framing -> range(framing, HEAD + PHYSICAL, 2, 1, 1)));
        assertEquals(NtStatus.INVALID_PARAMETER, refused(framing -> range(framing, HEAD + OPTIMAL, -1, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0x1FE, -1, Integer.MIN_VALUE})
    void anAlignmentThatIsNoneIsAnInvalidParameter(int alignment) {
        assertEquals(NtStatus.INVALID_PARAMETER, refused(framing -> framing.putInt(HEAD + ALIGNMENT, alignment)));
        KSALLOCATOR_FRAMING plain =
                KSALLOCATOR_FRAMING.LAYOUT.allocate().set(KSALLOCATOR_FRAMING.FileAlignment, alignment);
        assertEquals(
                NtStatus.INVALID_PARAMETER,
                assertThrows(KsException.class, () -> Framing.of(plain)).status());
    }
}
