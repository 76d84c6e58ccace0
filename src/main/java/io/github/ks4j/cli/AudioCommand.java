package io.github.ks4j.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;

/** What playing and recording have in common. */
abstract class AudioCommand extends JsonCommand<AudioCommand.Result> {
    /**
     * What has been streamed.
     *
     * @param verb for the text
     */
    record Result(String verb, String file, String filter, int pin, WavFormat format, long bytes) {
        long frames() {
            return bytes / format.frameBytes();
        }

        double seconds() {
            return (double) frames() / format.wave().rate();
        }
    }

    @Override
    void text(Result result) {
        out().println(String.format(
                Locale.ROOT,
                "%s %s: %d frames, %.3f seconds, %s, through pin %d of %s",
                result.verb,
                result.file,
                result.frames(),
                result.seconds(),
                result.format,
                result.pin,
                result.filter));
    }

    @Override
    JsonElement json(Result result) {
        JsonObject document = new JsonObject();
        document.addProperty("file", result.file);
        document.addProperty("filter", result.filter);
        document.addProperty("pin", result.pin);
        document.addProperty("rate", result.format.wave().rate());
        document.addProperty("channels", result.format.wave().channels());
        document.addProperty("bits", result.format.wave().bits());
        document.addProperty("validBits", result.format.wave().validBits());
        document.addProperty("float", result.format.isFloat());
        document.addProperty("frames", result.frames());
        document.addProperty("bytes", result.bytes);
        document.addProperty("seconds", result.seconds());
        return document;
    }
}
