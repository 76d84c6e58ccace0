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

/** The language of faults: see {@link Fault}. Reads one text, once. */
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

    private final String text;
    /** Where the next symbol starts, or the white space before it. */
    private int next;
    /** Where the last symbol started. */
    private int start;

    FaultSyntax(String text) {
        this.text = text;
    }

    Fault one() {
        Fault fault = fault();
        if (!atEnd()) {
            throw expected("the end of the fault");
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
            if (takeWord("quirk")) {
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
        while (!atEnd()) {
            if (take(';')) {
                continue;
            }
            one.run();
            if (!atEnd() && !take(';')) {
                throw expected("\";\" or the end");
            }
        }
    }

    private Quirks.Entry quirk() {
        Quirk quirk = Quirk.find(word()).orElseThrow(() -> expectedAtStart("the name of a quirk: " + QUIRKS));
        if (!take('@')) {
            return new Quirks.Entry(quirk, null);
        }
        if (!at('\'')) {
            throw expected("a name in quotes");
        }
        String name = name();
        return sensible(() -> new Quirks.Entry(quirk, name));
    }

    private Fault fault() {
        FaultMatcher matcher = what();
        if (take('.')) {
            Operation operation =
                    Operation.find(word()).orElseThrow(() -> expectedAtStart("an operation: " + OPERATIONS));
            matcher = sensible(matcher, operation);
        }
        if (take('@')) {
            matcher = object(matcher);
        }
        if (take(':')) {
            matcher = matcher.when(when());
        }
        if (!take('=')) {
            throw expected("\"=\" and an action");
        }
        return action(matcher);
    }

    private FaultMatcher what() {
        skip();
        start = next;
        if (next < text.length() && text.charAt(next) == '{') {
            return ofSet(guid());
        }
        if (next < text.length() && isDigit(text.charAt(next))) {
            return Fault.onControl((int) number());
        }
        String name = word();
        if (name.equals("quirk")) {
            throw error(
                    start, "a quirk is no fault, and stands in what a driver is given: EmulatedDriver.faults(text)");
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
                .orElseThrow(() -> expectedAtStart(
                        "an operation, \"any\", or the C name of an item, a set or a control code that is known"))
                .guid();
        return ofSet(set);
    }

    private FaultMatcher ofSet(Guid set) {
        return take('#') ? Fault.on(set, (int) number()) : Fault.on(set);
    }

    private Guid guid() {
        int end = text.indexOf('}', next);
        try {
            Guid guid = Guid.of(text.substring(next, end + 1));
            next = end + 1;
            return guid;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw expectedAtStart("a GUID in braces");
        }
    }

    private FaultMatcher object(FaultMatcher matcher) {
        if (at('\'')) {
            return named(matcher);
        }
        Target.Kind kind = Target.Kind.find(word())
                .orElseThrow(() -> expectedAtStart("filter, pin, node, clock, allocator or a name in quotes"));
        FaultMatcher narrower = matcher.at(kind, Target.NO_ID);
        if (at('#')) {
            if (!kind.hasIds()) {
                throw expected("no number: a " + kind.word() + " has none");
            }
            take('#');
            narrower = matcher.at(kind, (int) number(Integer.MAX_VALUE));
        }
        return at('\'') ? named(narrower) : narrower;
    }

    private FaultMatcher named(FaultMatcher matcher) {
        String name = name();
        return sensible(() -> matcher.named(name));
    }

    private String name() {
        skip();
        start = next;
        StringBuilder name = new StringBuilder();
        for (next++; next < text.length(); next++) {
            char c = text.charAt(next);
            if (c == '\'') {
                boolean isDoubled = next + 1 < text.length() && text.charAt(next + 1) == '\'';
                if (!isDoubled) {
                    next++;
                    return name.toString();
                }
                next++;
            }
            name.append(c);
        }
        throw expected("the closing \"'\" of the name at position " + (start + 1));
    }

    private FaultTurns when() {
        if (take('/')) {
            long step = count();
            return new FaultTurns(step, Long.MAX_VALUE, step);
        }
        skip();
        start = next;
        if (next < text.length() && isLetter(text.charAt(next))) {
            if (!word().equals("once")) {
                throw expectedAtStart("once, a number or \"/\" and a number");
            }
            return new FaultTurns(1, 1, 1);
        }
        long first = count();
        if (take('+')) {
            return new FaultTurns(first, Long.MAX_VALUE, 1);
        }
        if (take('-')) {
            long last = count();
            if (last < first) {
                throw expectedAtStart("a number that is not less than " + first);
            }
            return new FaultTurns(first, last, 1);
        }
        return new FaultTurns(first, first, 1);
    }

    private Fault action(FaultMatcher matcher) {
        skip();
        int at = next;
        FaultAction action = switch (word()) {
            case "status" -> status();
            case "delay" -> new FaultAction.Delay(duration());
            case "nevercomplete" -> new FaultAction.Hold(true);
            case "nevergiveback" -> new FaultAction.Hold(false);
            case "shortby" -> new FaultAction.Short((int) count(Integer.MAX_VALUE));
            case "information" -> new FaultAction.Information((int) number());
            case "staleflags" -> new FaultAction.StaleFlags((int) number());
            case "remove" -> new FaultAction.Remove(takeWord("for") ? new FaultAction.Delay(duration()) : null);
            default -> throw expectedAtStart("an action: " + ACTIONS);
        };
        start = at;
        return sensible(() -> action instanceof FaultAction.StaleFlags stale
                ? matcher.staleFlags(stale.flags())
                : matcher.then(action));
    }

    private FaultAction status() {
        skip();
        start = next;
        NtStatus status;
        if (next < text.length() && isDigit(text.charAt(next))) {
            status = NtStatus.of((int) number());
        } else {
            String name = word().toUpperCase(Locale.ROOT);
            String symbol = name.startsWith("STATUS_") ? name : "STATUS_" + name;
            status = NtStatus.values().stream()
                    .filter(known -> known.symbol().equals(symbol))
                    .findFirst()
                    .orElseThrow(() -> expectedAtStart("an NTSTATUS: a number, or a name that is known"));
        }
        if (status.equals(NtStatus.PENDING)) {
            throw expectedAtStart("a final status");
        }
        boolean after = next < text.length() && isLetter(peek());
        if (after && !word().equals("after")) {
            throw expectedAtStart("\"after\" or the end of the fault");
        }
        return new FaultAction.Status(status, after);
    }

    private Duration duration() {
        long count = count();
        int number = start;
        String unit = word();
        Long nanos = UNITS.get(unit);
        if (nanos == null) {
            throw expectedAtStart("a unit of time: ns, us, ms, s or min");
        }
        start = number;
        return sensible(() -> {
            try {
                return new FaultAction.Delay(Duration.ofNanos(Math.multiplyExact(count, nanos))).duration();
            } catch (ArithmeticException e) {
                throw expectedAtStart("a delay of up to 365 days");
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
        } catch (FaultSyntaxError e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw error(start, e.getMessage());
        }
    }

    private boolean atEnd() {
        skip();
        return next == text.length();
    }

    private void skip() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
    }

    private char peek() {
        skip();
        return next < text.length() ? text.charAt(next) : '\0';
    }

    private boolean at(char symbol) {
        return next < text.length() && peek() == symbol;
    }

    private boolean take(char symbol) {
        boolean there = at(symbol);
        if (there) {
            start = next;
            next++;
        }
        return there;
    }

    /** Takes a word if it comes next. */
    private boolean takeWord(String wanted) {
        int before = next;
        if (word().equals(wanted)) {
            return true;
        }
        next = before;
        return false;
    }

    /** A word or C name, in lower case; empty if there is none. */
    private String word() {
        skip();
        start = next;
        if (next < text.length() && isLetter(text.charAt(next))) {
            while (next < text.length() && (isLetter(text.charAt(next)) || isDigit(text.charAt(next)))) {
                next++;
            }
        }
        return text.substring(start, next).toLowerCase(Locale.ROOT);
    }

    private long count() {
        return count(Long.MAX_VALUE);
    }

    private long count(long most) {
        long count = number(most);
        if (count == 0) {
            throw expectedAtStart("a number that is not 0");
        }
        return count;
    }

    /** A ULONG. */
    private long number() {
        return number(0xFFFF_FFFFL);
    }

    private long number(long most) {
        skip();
        start = next;
        boolean hex = text.startsWith("0x", next) || text.startsWith("0X", next);
        int digits = hex ? next + 2 : next;
        int end = digits;
        while (end < text.length() && Character.digit(text.charAt(end), hex ? 16 : 10) >= 0) {
            end++;
        }
        try {
            long number = Long.parseLong(text.substring(digits, end), hex ? 16 : 10);
            if (number <= most) {
                next = end;
                return number;
            }
        } catch (NumberFormatException e) {
            // None, or far too many digits.
        }
        throw expectedAtStart("a number up to " + most);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private IllegalArgumentException expected(String what) {
        skip();
        start = next;
        return expectedAtStart(what);
    }

    private IllegalArgumentException expectedAtStart(String what) {
        String rest = text.substring(start);
        String found = rest.isEmpty() ? "the end" : "\"" + rest.split("[;\\s]", 2)[0] + "\"";
        return error(start, "expected " + what + ", found " + found);
    }

    private IllegalArgumentException error(int position, String message) {
        return new FaultSyntaxError("fault, position " + (position + 1) + ": " + message + "; in: " + text);
    }

    /** What this class has found wrong, and nobody else. */
    private static final class FaultSyntaxError extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        FaultSyntaxError(String message) {
            super(message);
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
