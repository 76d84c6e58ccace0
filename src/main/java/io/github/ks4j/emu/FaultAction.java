package io.github.ks4j.emu;

import io.github.ks4j.io.IoStatusBlock;
import io.github.ks4j.io.NtStatus;
import java.time.Duration;
import java.util.Objects;

/** What a fault does to what it strikes. {@code toString} is the action's text in the language of faults. */
sealed interface FaultAction {
    /** Whether it can strike an open or a creation as well as a request. */
    default boolean canStrikeCreation() {
        return true;
    }

    /** Acts before the device has been asked: null to go on, or the status to end with. */
    default NtStatus strike(Attempt attempt, Interceptor interceptor) {
        return null;
    }

    /** Whether the request stays here instead of going to the device. */
    default boolean holds() {
        return false;
    }

    /** Whether it changes an answer, so that what was in the client's buffer has to be kept. */
    default boolean changesAnswer() {
        return false;
    }

    /** The outcome that the client is told, for the one there was. */
    default long answer(long ioStatusBlock) {
        return ioStatusBlock;
    }

    /** {@code OptionsFlags} that headers come back with. */
    default int staleFlags() {
        return 0;
    }

    /** How late the client is told, in units of 100 ns. */
    default long delay() {
        return 0;
    }

    /** Ends with a status, before the device is asked or after. */
    record Status(NtStatus status, boolean after) implements FaultAction {
        public Status {
            if (Objects.requireNonNull(status, "status").equals(NtStatus.PENDING)) {
                throw new IllegalArgumentException("a request cannot end with " + status);
            }
        }

        /** Success does not make an object. */
        @Override
        public boolean canStrikeCreation() {
            return !status.isSuccess();
        }

        @Override
        public NtStatus strike(Attempt attempt, Interceptor interceptor) {
            return after ? null : status;
        }

        @Override
        public boolean changesAnswer() {
            return after;
        }

        @Override
        public long answer(long block) {
            return !after ? block : IoStatusBlock.of(status, status.isError() ? 0 : IoStatusBlock.information(block));
        }

        @Override
        public String toString() {
            return "status " + FaultSyntax.text(status) + (after ? " after" : "");
        }
    }

    /** Tells the outcome late. */
    record Delay(Duration duration) implements FaultAction {
        private static final Duration LONGEST = Duration.ofDays(365);

        public Delay {
            if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a delay of " + duration + ", not of up to 365 days");
            }
        }

        @Override
        public boolean changesAnswer() {
            // If it is cancelled in the meantime.
            return true;
        }

        @Override
        public long delay() {
            return (duration.toNanos() + 99) / 100;
        }

        @Override
        public String toString() {
            return "delay " + FaultSyntax.text(duration);
        }
    }

    /** Keeps the request. */
    record Hold(boolean untilCancelled) implements FaultAction {
        @Override
        public boolean holds() {
            return true;
        }

        @Override
        public String toString() {
            return untilCancelled ? "neverComplete" : "neverGiveBack";
        }
    }

    /** Says that fewer bytes have come back. */
    record Short(int bytes) implements FaultAction {
        public Short {
            if (bytes <= 0) {
                throw new IllegalArgumentException("short by " + bytes + " bytes");
            }
        }

        @Override
        public boolean canStrikeCreation() {
            return false;
        }

        @Override
        public boolean changesAnswer() {
            return true;
        }

        @Override
        public long answer(long block) {
            long there = Integer.toUnsignedLong(IoStatusBlock.information(block));
            return IoStatusBlock.of(IoStatusBlock.statusCode(block), (int) Math.max(0, there - bytes));
        }

        @Override
        public String toString() {
            return "shortBy " + bytes;
        }
    }

    /** Says another byte count. */
    record Information(int bytes) implements FaultAction {
        @Override
        public boolean canStrikeCreation() {
            return false;
        }

        @Override
        public boolean changesAnswer() {
            return true;
        }

        @Override
        public long answer(long block) {
            return IoStatusBlock.of(IoStatusBlock.statusCode(block), bytes);
        }

        @Override
        public String toString() {
            return "information " + Integer.toUnsignedString(bytes);
        }
    }

    /** Leaves flags in the headers that a read gives back. */
    record StaleFlags(int flags) implements FaultAction {
        @Override
        public boolean canStrikeCreation() {
            return false;
        }

        @Override
        public int staleFlags() {
            return flags;
        }

        @Override
        public String toString() {
            return "staleFlags 0x" + Integer.toHexString(flags);
        }
    }

    /** Takes the device away, for a while or, where that is null, for good, and goes on. */
    record Remove(Delay absence) implements FaultAction {
        @Override
        public NtStatus strike(Attempt attempt, Interceptor interceptor) {
            interceptor.remove(attempt.factory(), absence == null ? 0 : absence.delay());
            return null;
        }

        @Override
        public String toString() {
            return absence == null ? "remove" : "remove for " + FaultSyntax.text(absence.duration());
        }
    }

    /** Calls the test, and goes on. */
    record Run(Runnable code) implements FaultAction {
        public Run {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public NtStatus strike(Attempt attempt, Interceptor interceptor) {
            try {
                code.run();
                return null;
            } catch (RuntimeException | Error e) {
                return KsObject.statusOf(e, attempt.name());
            }
        }

        @Override
        public String toString() {
            return "run";
        }
    }
}
