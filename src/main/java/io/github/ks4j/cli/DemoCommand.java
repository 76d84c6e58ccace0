package io.github.ks4j.cli;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsPinFactory;
import io.github.ks4j.io.KsException;
import io.github.ks4j.set.KSCATEGORY;
import io.github.ks4j.set.KSNODETYPE;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        description = {
            "Shows the library at work: lists and describes filters, sets a volume, calls a method, plays a WAV file,"
                    + " records what was played and compares the two.",
            "The recording is target/ks4j-demo.wav."
        },
        footer = {
            "",
            "Examples:",
            "  ks4j demo",
            "  ks4j demo music.wav",
            "  ks4j demo music.wav --driver emu",
        })
final class DemoCommand extends KsCommand {
    private static final Path RECORDING = Path.of("target", "ks4j-demo.wav");

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A WAV file, PCM or IEEE float; two seconds of a sweeping tone by default.")
    private Path file;

    @Override
    int run(Ks ks) throws IOException {
        try (AudioSource source = source()) {
            return run(ks, source);
        }
    }

    private AudioSource source() throws IOException {
        if (file == null) {
            return new TestSignal();
        }
        if (Files.exists(file) && Files.exists(RECORDING) && Files.isSameFile(file, RECORDING)) {
            throw CliException.usage(file + ": this is where the demo records to; copy it first");
        }
        return WavReader.open(file);
    }

    private int run(Ks ks, AudioSource source) throws IOException {
        out().println("Driver: " + ks.driver().name()
                + (ks.isEmulated() ? " (emulated; no Windows driver takes part)" : " (Windows kernel streaming)"));
        heading("Filters");
        List<Filters.Filter> filters = Filters.all(ks);
        Table table = new Table("  ");
        filters.forEach(filter -> table.row(filter.categories(), filter.name()));
        print(table);
        List<Filters.Filter> renderers =
                filters.stream().filter(f -> f.isIn(KSCATEGORY.RENDER)).toList();
        try (KsFilter filter = Pins.first(ks, renderers, KSPIN_DATAFLOW.IN)) {
            heading("Render filter " + name(filters, filter));
            FilterDescription.of(filter).lines().forEach(out()::println);
            heading("Volume");
            volume(ks, filters, filter);
            heading("Method with a custom allocator");
            DemoMethod.show(ks, filter, out());
            heading("Stream");
            return stream(ks, filters, filter, source);
        }
    }

    private int stream(Ks ks, List<Filters.Filter> filters, KsFilter filter, AudioSource source) throws IOException {
        WavFormat format = source.format();
        String what = file == null ? "test signal" : file.toString();
        out().println("  playing " + what + ": " + format);
        try (Pins.Opened render = Pins.open(Pins.streaming(filter, KSPIN_DATAFLOW.IN), format.dataFormats(), what);
                KsFilter other = loopback(ks, filters, filter);
                Progress progress = Progress.on(err(), format, source.dataLength())) {
            if (other == null) {
                Streaming.play(render.pin(), source, progress);
                print(summary(format, source.dataLength())
                        .row("result", "played; there is no loopback pin to record from, so nothing to compare"));
                return ExitCode.OK;
            }
            Files.createDirectories(RECORDING.getParent());
            List<KsPinFactory> ends = Pins.streaming(other, KSPIN_DATAFLOW.OUT);
            try (Pins.Opened capture = Pins.open(ends, List.of(render.format()), what);
                    WavWriter sink = WavWriter.create(RECORDING, format)) {
                Streaming.loop(render.pin(), source, capture.pin(), sink, progress);
            }
        }
        return compare(what, format);
    }

    private int compare(String what, WavFormat format) throws IOException {
        Comparison comparison;
        long bytes;
        try (AudioSource played = source();
                WavReader recorded = WavReader.open(RECORDING)) {
            comparison = Comparison.of(played, recorded);
            bytes = recorded.dataLength();
        }
        String verdict = comparison.isBitExact()
                ? "bit-exact"
                : comparison.different() + " bytes differ, the first at byte " + comparison.first();
        print(summary(format, bytes).row("recorded", RECORDING).row("result", verdict));
        if (!comparison.isBitExact()) {
            throw CliException.failed(RECORDING + " is not what was played from " + what + ": " + verdict);
        }
        return ExitCode.OK;
    }

    private static Table summary(WavFormat format, long bytes) {
        long frames = bytes / format.frameBytes();
        double seconds = (double) frames / format.wave().rate();
        return new Table("  ")
                .row("format", format)
                .row("frames", frames)
                .row("seconds", String.format(Locale.ROOT, "%.3f", seconds));
    }

    /** Shows the volume of the filter, or of another one of the device: drivers like to keep nodes in a filter apart. */
    private void volume(Ks ks, List<Filters.Filter> filters, KsFilter render) {
        if (DemoVolume.show(render, "", out())) {
            return;
        }
        for (Filters.Filter candidate : siblings(filters, render)) {
            try (KsFilter filter = ks.filter(candidate.path())) {
                if (DemoVolume.show(filter, candidate.name() + ", ", out())) {
                    return;
                }
            } catch (KsException e) {
                out().println("  " + candidate.name() + " cannot be asked: " + e.status());
            }
        }
        out().println("  this device has no volume node");
    }

    /** The filter that records what another one plays; null if there is none. */
    private static KsFilter loopback(Ks ks, List<Filters.Filter> filters, KsFilter render) {
        for (Filters.Filter candidate : siblings(filters, render)) {
            KsFilter filter = ks.filter(candidate.path());
            if (Pins.streaming(filter, KSPIN_DATAFLOW.OUT).stream().anyMatch(pin -> isLoopback(ks, pin))) {
                return filter;
            }
            filter.close();
        }
        return null;
    }

    /** The filters of the same device, where wires stay as a rule; with the filter itself. */
    private static List<Filters.Filter> siblings(List<Filters.Filter> filters, KsFilter render) {
        return filters.stream()
                .filter(f -> device(f.path()).equals(device(render.path())))
                .toList();
    }

    /** The emulated device hears what it plays; a real one has a pin of its own for that, if any. */
    private static boolean isLoopback(Ks ks, KsPinFactory pin) {
        return ks.isEmulated()
                || pin.category().filter(KSNODETYPE.AUDIO_LOOPBACK::equals).isPresent();
    }

    /** The device instance: {@code \\?\device#{category}\name} up to the category. */
    private static String device(String path) {
        int end = path.indexOf("#{");
        return (end < 0 ? path : path.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static String name(List<Filters.Filter> filters, KsFilter filter) {
        return filters.stream()
                .filter(f -> f.path().equals(filter.path()))
                .map(Filters.Filter::name)
                .findFirst()
                .orElse(filter.path());
    }

    private void heading(String text) {
        out().println();
        out().println(text);
    }
}
