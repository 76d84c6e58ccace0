package io.github.ks4j.emu;

import io.github.ks4j.io.NtStatus;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked of properties, how they answer, and which do not. */
final class ServedAnswers {
    /** What is asked. */
    enum Column {
        VALUE(NtStatus.SUCCESS),
        SIZE(NtStatus.BUFFER_OVERFLOW),
        SHORT_ROOM(NtStatus.BUFFER_TOO_SMALL),
        SET(NtStatus.SUCCESS),
        SHORT_VALUE(NtStatus.BUFFER_TOO_SMALL),
        SHORT_REQUEST(NtStatus.INVALID_PARAMETER),
        WRONG_INSTANCE(NtStatus.INVALID_PARAMETER),
        WRONG_OBJECT(NtStatus.PROPSET_NOT_FOUND),
        OPERATION(NtStatus.NOT_FOUND);

        /** What properties answer. */
        final NtStatus rule;

        Column(NtStatus rule) {
            this.rule = rule;
        }
    }

    /**
     * Those that answer otherwise: what is asked, properties, objects, the answer and the reason. Properties are without
     * prefix, objects as {@code device/filter/object}, with the pin or node that a request names; both are patterns. The
     * first row that fits counts.
     */
    private static final List<Row> ROWS = rows("""
            VALUE; PIN_PROPOSEDATAFORMAT2?; (virtual|timed)/.* of 1|virtual/topology.*|(wavert|camera)/.*|full/full of [23]; NOT_SUPPORTED; no format is preferred
            VALUE; PIN_PHYSICALCONNECTION; .*/(render|capture) of 0|virtual/topology of [123]|(wavert|camera)/.*|full/full of 3; NOT_FOUND; there is no wire
            VALUE; AUDIOSIGNALPROCESSING_MODES; (virtual|timed)/.* of 1|full/full of [23]; NOT_SUPPORTED; the pin has no modes
            VALUE; JACK_.*; virtual/topology of [04]|full/full of [013]; INVALID_DEVICE_REQUEST; the pin has no jacks
            VALUE; JACK_(SINK_INFO|CONTAINERID); virtual/topology of [123]; INVALID_DEVICE_REQUEST; nothing digital is behind the jack
            VALUE; TOPOLOGY_NAME; full/full of 1; NOT_FOUND; the node has no name
            VALUE; STREAM_MASTERCLOCK; full/full/pin 3.*; UNSUCCESSFUL; the pin offers no clock
            VALUE; Clock item 6|StreamAllocator item 0; .*; INVALID_DEVICE_REQUEST; tables of functions are for kernel callers
            VALUE; VIDEOCONTROL_ACTUAL_FRAME_RATE; camera/camera of .; NOT_SUPPORTED; the pin is not open
            VALUE, SET; RTAUDIO_(PACKETCOUNT|PRESENTATION_POSITION|SETWRITEPACKET); wavert/rtcapture/.*; NOT_SUPPORTED; is for render pins
            VALUE; RTAUDIO_GETREADPACKET; wavert/rtrender/.*; NOT_SUPPORTED; is for capture pins
            VALUE; RTAUDIO_BUFFER.*; wavert/.* running; UNSUCCESSFUL; the pin has a buffer
            VALUE, SET; RTAUDIO_(HWLATENCY|.*_EVENT|PACKETCOUNT|..T.*PACKET); wavert/\\w+/pin 0; DEVICE_NOT_READY; the pin has no buffer
            SIZE; RTAUDIO_.*_EVENT; .*; SUCCESS; there is no value
            SHORT_ROOM, SHORT_VALUE; \\{4B53344A.* item 2; .*; BUFFER_OVERFLOW; less than one byte asks for the size
            SET; STREAM_(MASTERCLOCK|ALLOCATOR); .* in pause|wavert/.* running; INVALID_DEVICE_STATE; is set in STOP
            SET; STREAM_RATE; full/full/pin .; INVALID_DEVICE_STATE; is set in PAUSE and RUN
            SET, SHORT_VALUE; CONNECTION_STARTAT; full/full/pin .; INVALID_DEVICE_STATE; is set in PAUSE
            SET; CONNECTION_DATAFORMAT; wavert/.* running; INVALID_DEVICE_STATE; the buffer has the format
            SHORT_VALUE; PIN_PROPOSEDATAFORMAT; .*/topology of .|(virtual|timed|wavert)/.* of 1|full/full of 2; BUFFER_TOO_SMALL; the format has no more than its head
            SHORT_VALUE; .*_(PROPOSE)?DATAFORMAT; .*; INVALID_PARAMETER; contradicts FormatSize
            SHORT_VALUE; STREAM_DEGRADATION; .*; INVALID_BUFFER_SIZE; contradicts the size in the list
            SHORT_REQUEST; PIN_DATAINTERSECTION; .*; INVALID_BUFFER_SIZE; contradicts the size in the list
            """);

    /**
     * Properties that answer otherwise.
     *
     * @param columns what is asked
     * @param what the properties
     * @param status what they answer
     * @param reason why
     */
    record Row(Set<Column> columns, Pattern what, NtStatus status, String reason) {
        boolean isAbout(Object item) {
            return what.matcher(item.toString()).matches();
        }
    }

    private ServedAnswers() {}

    private static List<Row> rows(String table) {
        return table.lines()
                .map(line -> line.split("; "))
                .map(ServedAnswers::row)
                .toList();
    }

    private static Row row(String[] cells) {
        return new Row(
                Stream.of(cells[0].split(", ")).map(Column::valueOf).collect(Collectors.toSet()),
                Pattern.compile("(KSPROP(ERTY|SETID)_)?(" + cells[1] + "), (" + cells[2] + ")"),
                status(cells[3]),
                cells[4]);
    }

    private static NtStatus status(String name) {
        try {
            return (NtStatus) NtStatus.class.getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static List<Row> rows() {
        return ROWS;
    }

    /** How a property answers what is asked. */
    static NtStatus to(Column column, ServedProperty property) {
        return ROWS.stream()
                .filter(row -> row.columns.contains(column) && row.isAbout(property))
                .findFirst()
                .map(Row::status)
                .orElse(column.rule);
    }
}
