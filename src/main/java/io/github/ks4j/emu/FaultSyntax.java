package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.Catalogue;
import io.github.ks4j.set.KsItem;
import io.github.ks4j.struct.Guid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The language of faults: see {@link Fault}. Reads one text, once, and writes it. */
final class FaultSyntax {
    private static final String ACTIONS =
            "status, delay, neverComplete, neverGiveBack, shortBy, information, staleFlags or remove";

    private static final String OPERATIONS = Stream.of(Operation.values())
            .filter(Operation::canStrike)
            .map(Operation::word)
            .collect(Collectors.joining(", "));

    private static final String QUIRKS =
            Stream.of(Quirk.values()).map(Quirk::name).collect(Collectors.joining(", "));

    /** The units of time, largest first, in nanoseconds. */
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("min", 60_000_000_000L);
        UNITS.put("s", 1_000_000_000L);
        UNITS.put("ms", 1_000_000L);
        UNITS.put("us", 1_000L);
        UNITS.put("ns", 1L);
    }

    private final FaultScanner scanner;

    FaultSyntax(String text) {
        this.scanner = new FaultScanner(text);
    }

    Fault one() {
        Fault fault = fault();
        if (!scanner.atEnd()) {
            throw scanner.expected("the end of the fault");
        }
        return fault;
    }

    /** Reads a text of faults alone. */
    List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        all(() -> faults.add(fault()));
        return faults;
    }

    /** Reads a text of faults and quirks. */
    Mishaps mishaps() {
        Mishaps mishaps = new Mishaps(new ArrayList<>(), new ArrayList<>());
        all(() -> {
            if (scanner.takeWord("quirk")) {
                mishaps.quirks.add(quirk());
            } else {
                mishaps.faults.add(fault());
            }
        });
        return mishaps;
    }

    /** What can be said in one text. */
    record Mishaps(List<Fault> faults, List<Quirks.Entry> quirks) {}

    private void all(Runnable one) {
        while (!scanner.atEnd()) {
            if (scanner.take(';')) {
                continue;
            }
            one.run();
            if (!scanner.atEnd() && !scanner.take(';')) {
                throw scanner.expected("\";\" or the end");
            }
        }
    }

    private Quirks.Entry quirk() {
        Quirk quirk =
                Quirk.find(scanner.word()).orElseThrow(() -> scanner.expectedAtStart("the name of a quirk: " + QUIRKS));
        if (!scanner.take('@')) {
            return new Quirks.Entry(quirk, null);
        }
        if (!scanner.at('\'')) {
            throw scanner.expected("a name in quotes");
        }
        String name = scanner.quoted();
        return sensible(() -> new Quirks.Entry(quirk, name));
    }

    private Fault fault() {
        FaultMatcher matcher = what();
        if (scanner.take('.')) {
            Operation operation = Operation.find(scanner.word())
                    .orElseThrow(() -> scanner.expectedAtStart("an operation: " + OPERATIONS));
            matcher = sensible(matcher, operation);
        }
        if (scanner.take('@')) {
            matcher = object(matcher);
        }
        if (scanner.take(':')) {
            matcher = matcher.when(when());
        }
        if (!scanner.take('=')) {
            throw scanner.expected("\"=\" and an action");
        }
        return action(matcher);
    }

    private FaultMatcher what() {
        if (scanner.at('{')) {
            return ofSet(scanner.guid());
        }
        if (scanner.atDigit()) {
            return Fault.onControl((int) scanner.number());
        }
        String name = scanner.word();
        if (name.equals("quirk")) {
            throw scanner.error(
                    "a quirk is no fault, and stands in what a driver is given: EmulatedDriver.faults(text)");
        }
        if (name.equals("any")) {
            return Fault.onAnything();
        }
        Optional<Operation> operation = Operation.find(name);
        if (operation.isPresent()) {
            return Fault.on(operation.get());
        }
        Optional<KsItem> item = Catalogue.find(name);
        if (item.isPresent()) {
            return Fault.on(item.get());
        }
        Optional<Integer> control = ControlCode.find(name);
        if (control.isPresent()) {
            return Fault.onControl(control.get());
        }
        Guid set = Catalogue.items().stream()
                .map(KsItem::set)
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> scanner.expectedAtStart(
                        "an operation, \"any\", or the C name of an item, a set or a control code that is known"))
                .guid();
        return ofSet(set);
    }

    private FaultMatcher ofSet(Guid set) {
        return scanner.take('#') ? Fault.on(set, (int) scanner.number()) : Fault.on(set);
    }

    private FaultMatcher object(FaultMatcher matcher) {
        if (scanner.at('\'')) {
            return named(matcher);
        }
        Target.Kind kind = Target.Kind.find(scanner.word())
                .orElseThrow(() -> scanner.expectedAtStart("filter, pin, node, clock, allocator or a name in quotes"));
        FaultMatcher narrower = matcher.at(kind, Target.NO_ID);
        if (scanner.at('#')) {
            if (!kind.hasIds()) {
                throw scanner.expected("no number: a " + kind.word() + " has none");
            }
            scanner.take('#');
            narrower = matcher.at(kind, (int) scanner.number(Integer.MAX_VALUE));
        }
        return scanner.at('\'') ? named(narrower) : narrower;
    }

    private FaultMatcher named(FaultMatcher matcher) {
        String name = scanner.quoted();
        return sensible(() -> matcher.named(name));
    }

    private FaultTurns when() {
        if (scanner.take('/')) {
            long step = scanner.count();
            return new FaultTurns(step, Long.MAX_VALUE, step);
        }
        if (scanner.atLetter()) {
            if (!scanner.word().equals("once")) {
                throw scanner.expectedAtStart("once, a number or \"/\" and a number");
            }
            return new FaultTurns(1, 1, 1);
        }
        long first = scanner.count();
        if (scanner.take('+')) {
            return new FaultTurns(first, Long.MAX_VALUE, 1);
        }
        if (scanner.take('-')) {
            long last = scanner.count();
            if (last < first) {
                throw scanner.expectedAtStart("a number that is not less than " + first);
            }
            return new FaultTurns(first, last, 1);
        }
        return new FaultTurns(first, first, 1);
    }

    private Fault action(FaultMatcher matcher) {
        String word = scanner.word();
        int at = scanner.start();
        FaultAction action = switch (word) {
            case "status" -> status();
            case "delay" -> delay();
            case "nevercomplete" -> new FaultAction.Hold(true);
            case "nevergiveback" -> new FaultAction.Hold(false);
            case "shortby" -> new FaultAction.Short((int) scanner.count(Integer.MAX_VALUE));
            case "information" -> new FaultAction.Information((int) scanner.number());
            case "staleflags" -> new FaultAction.StaleFlags((int) scanner.number());
            case "remove" -> new FaultAction.Remove(scanner.takeWord("for") ? delay() : null);
            default -> throw scanner.expectedAtStart("an action: " + ACTIONS);
        };
        scanner.pointAt(at);
        return sensible(() -> action instanceof FaultAction.StaleFlags stale
                ? matcher.staleFlags(stale.flags())
                : matcher.then(action));
    }

    private FaultAction status() {
        NtStatus status;
        if (scanner.atDigit()) {
            status = NtStatus.of((int) scanner.number());
        } else {
            String name = scanner.word().toUpperCase(Locale.ROOT);
            String symbol = name.startsWith("STATUS_") ? name : "STATUS_" + name;
            status = NtStatus.values().stream()
                    .filter(known -> known.symbol().equals(symbol))
                    .findFirst()
                    .orElseThrow(() -> scanner.expectedAtStart("an NTSTATUS: a number, or a name that is known"));
        }
        if (status.equals(NtStatus.PENDING)) {
            throw scanner.expectedAtStart("a final status");
        }
        boolean after = scanner.atLetter();
        if (after && !scanner.word().equals("after")) {
            throw scanner.expectedAtStart("\"after\" or the end of the fault");
        }
        return new FaultAction.Status(status, after);
    }

    private FaultAction.Delay delay() {
        long count = scanner.count();
        int number = scanner.start();
        String unit = scanner.word();
        Long nanos = UNITS.get(unit);
        if (nanos == null) {
            throw scanner.expectedAtStart("a unit of time: ns, us, ms, s or min");
        }
        scanner.pointAt(number);
        return sensible(() -> {
            try {
                return new FaultAction.Delay(Duration.ofNanos(Math.multiplyExact(count, nanos)));
            } catch (ArithmeticException e) {
                throw scanner.expectedAtStart("a delay of up to 365 days");
            }
        });
    }

    /** A matcher that may not make sense is an error here. */
    private FaultMatcher sensible(FaultMatcher matcher, Operation operation) {
        return sensible(() -> matcher.operation(operation));
    }

    private <T> T sensible(Supplier<T> made) {
        try {
            return made.get();
        } catch (FaultScanner.Misfit e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw scanner.error(e.getMessage());
        }
    }

    static String what(Operation operation, Integer controlCode, Guid set, Integer id) {
        if (set == null && controlCode == null) {
            return operation == null ? "any" : operation.word();
        }
        String what = set == null ? ControlCode.nameOf(controlCode) : nameOf(controlCode, set, id);
        return operation == null ? what : what + "." + operation.word();
    }

    /** What is found again by this text: the name of an item that is known, else GUID and number. */
    private static String nameOf(Integer controlCode, Guid set, Integer id) {
        return Catalogue.items().stream()
                .filter(item -> id != null
                        && controlCode != null
                        && item.id() == id
                        && item.set().guid().equals(set)
                        && ControlCode.of(item) == controlCode)
                .map(KsItem::name)
                .findFirst()
                .orElseGet(() -> id == null ? set.toString() : set + "#" + Integer.toUnsignedString(id));
    }

    static String text(NtStatus status) {
        return NtStatus.values().contains(status)
                ? status.symbol().substring("STATUS_".length())
                : String.format(Locale.ROOT, "0x%08X", status.code());
    }

    static String text(Duration duration) {
        long nanos = duration.toNanos();
        return UNITS.entrySet().stream()
                .filter(unit -> nanos % unit.getValue() == 0)
                .map(unit -> nanos / unit.getValue() + unit.getKey())
                .findFirst()
                .orElseThrow();
    }
}
