package io.github.ks4j.cli;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsPin;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "record",
        description = {
            "Records from a capture pin to a WAV file.",
            "The emulated microphone hears a tone of 440 Hz, or what is played in the same process: see 'ks4j demo'."
        },
        footer = {
            "",
            "Examples:",
            "  ks4j record take.wav --seconds 10",
            "  ks4j record take.wav --seconds 2.5 --format 44100:1:s24 --filter microphone",
        })
final class RecordCommand extends AudioCommand {
    @Parameters(paramLabel = "FILE", description = "The WAV file to write; an existing one is replaced.")
    private Path file;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "5",
            description = "How long; ${DEFAULT-VALUE} by default.")
    private double seconds;

    @Option(
            names = "--format",
            paramLabel = "RATE:CHANNELS:SAMPLE",
            defaultValue = "48000:2:s16",
            converter = FormatOption.class,
            description = "SAMPLE is u8, s16, s24, s32, s24in32, f32 or f64; ${DEFAULT-VALUE} by default.")
    private WavFormat format;

    @Mixin
    private PinChoice choice;

    @Override
    Result ask(Ks ks) throws IOException {
        if (!(seconds > 0) || seconds * format.bytesPerSecond() > Long.MAX_VALUE / 2) {
            throw CliException.usage("--seconds " + seconds + " is no time to record");
        }
        long bytes = Math.round(seconds * format.wave().rate()) * format.frameBytes();
        try (KsFilter filter = choice.filter(ks, KSPIN_DATAFLOW.OUT);
                Pins.Opened opened =
                        Pins.open(choice.pins(filter, KSPIN_DATAFLOW.OUT), format.dataFormats(), file.toString());
                WavWriter wav = WavWriter.create(file, format);
                Progress progress = Progress.on(err(), format, bytes)) {
            KsPin pin = opened.pin();
            Streaming.record(pin, wav, format, bytes, progress);
            return new Result(
                    "recorded", file.toString(), filter.path(), pin.factory().id(), format, wav.dataLength());
        }
    }
}
