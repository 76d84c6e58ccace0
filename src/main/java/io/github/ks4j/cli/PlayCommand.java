package io.github.ks4j.cli;

import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.KsPin;
import io.github.ks4j.set.KSPIN_DATAFLOW;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "play",
        description = "Plays a WAV file through a render pin.",
        footer = {
            "",
            "Examples:",
            "  ks4j play music.wav",
            "  ks4j play music.wav --filter speaker --pin 0",
        })
final class PlayCommand extends AudioCommand {
    @Parameters(paramLabel = "FILE", description = "A WAV file: PCM or IEEE float.")
    private Path file;

    @Mixin
    private PinChoice choice;

    @Override
    Result ask(Ks ks) throws IOException {
        try (WavReader wav = WavReader.open(file);
                KsFilter filter = choice.filter(ks, KSPIN_DATAFLOW.IN);
                Pins.Opened opened = Pins.open(
                        choice.pins(filter, KSPIN_DATAFLOW.IN), wav.format().dataFormats(), wav.name());
                Progress progress = Progress.on(err(), wav.format(), wav.dataLength())) {
            KsPin pin = opened.pin();
            Streaming.play(pin, wav, progress);
            return new Result("played", wav.name(), filter.path(), pin.factory().id(), wav.format(), wav.dataLength());
        }
    }
}
