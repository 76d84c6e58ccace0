package io.github.ks4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.emu.EmulatedDevice;
import io.github.ks4j.emu.VirtualAudioDevice;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final String REVERSE = "{D3E9B5C4-0000-4B53-8001-4B53344A0001}";

    @TempDir
    Path directory;

    @Test
    void listAsJsonSaysWhoAnswers() {
        assertTrue(
                Run.emulated("list", "--json").expect(0).json().get("emulated").getAsBoolean());
    }

    @Test
    void outputThatCannotBeWrittenIsAnError() {
        PrintWriter full = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {
                // Nothing is kept.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        });
        StringWriter err = new StringWriter();
        assertEquals(2, Main.run(full, new PrintWriter(err), "list", "--driver", "emu"));
        assertEquals("ks4j: the output cannot be written", err.toString().strip());
    }

    @Test
    void listAsJsonHasThePathsOfAllInterfaces() {
        JsonArray filters = Run.emulated("list", "--json").json().getAsJsonArray("filters");
        assertFalse(filters.isEmpty());
        for (JsonElement filter : filters) {
            for (JsonElement each : filter.getAsJsonObject().getAsJsonArray("interfaces")) {
                String path = each.getAsJsonObject().get("path").getAsString();
                assertTrue(path.startsWith("\\\\?\\"), path);
            }
        }
    }

    @Test
    void listAsJsonTellsWhichDeviceAFilterBelongsTo() {
        JsonObject filter = filters().get(0).getAsJsonObject();
        assertEquals("render", filter.get("reference").getAsString());
        assertEquals("KS4J\\VIRTUAL\\0000", filter.get("instanceId").getAsString());
        assertNotEquals(Guid.NULL, Guid.of(filter.get("containerId").getAsString()));
    }

    @Test
    void listPrintsAFilterOnce() {
        String path = renderPath();
        String device = path.substring(0, path.indexOf("#{"));
        String name = path.substring(path.lastIndexOf('\\'));
        long lines = Run.emulated("list")
                .out()
                .lines()
                .filter(line -> line.contains(device) && line.endsWith(name))
                .count();
        assertEquals(1, lines);
    }

    @Test
    void aCategoryHasANameOrAGuid() {
        String named = Run.emulated("list", "--category", "render").expect(0).out();
        String number = Run.emulated("list", "--category", "{65E8773E-8F56-11D0-A3B9-00A0C9223196}")
                .out();
        assertEquals(named, number);
    }

    @Test
    void anUnknownCategoryIsWrongUsage() {
        assertOneLine(2, Run.emulated("list", "--category", "cheese"));
    }

    @Test
    void describeAsJsonCountsPinsFromZero() {
        JsonObject filter =
                Run.emulated("describe", renderPath(), "--json").expect(0).json();
        assertEquals(
                0,
                filter.getAsJsonArray("pins").get(0).getAsJsonObject().get("id").getAsInt());
    }

    @Test
    void describePrintsDataRanges() {
        String out = Run.emulated("describe", renderPath()).expect(0).out();
        assertTrue(out.matches("(?s).*PCM [^\\n]*channels[^\\n]*Hz.*"), out);
    }

    @Test
    void aFilterIsFoundByItsName() {
        JsonObject first = filters().get(0).getAsJsonObject();
        Run.emulated("describe", first.get("name").getAsString()).expect(0);
    }

    @Test
    void anUnknownNameIsNoDevice() {
        assertOneLine(3, Run.emulated("describe", "no such filter"));
    }

    @Test
    void anUnknownPathIsNoDevice() {
        assertOneLine(3, Run.emulated("describe", "\\\\?\\nobody#0#{65e8773e-8f56-11d0-a3b9-00a0c9223196}\\filter"));
    }

    @Test
    void getPrintsAValue() {
        Run run = Run.emulated("get", renderPath(), "KSPROPERTY_PIN_CTYPES").expect(0);
        int pins = Run.emulated("describe", renderPath(), "--json")
                .json()
                .getAsJsonArray("pins")
                .size();
        assertEquals(pins, Integer.parseInt(run.out().strip()));
    }

    @Test
    void getOfAPinGoesToThePin() {
        Run run = Run.emulated("get", renderPath(), "KSPROPERTY_PIN_DATAFLOW", "--pin", "0");
        assertEquals("IN", run.expect(0).out().strip());
    }

    @Test
    void getByNumbersPrintsBytes() {
        Run run = Run.emulated("get", renderPath(), "--set", "{8C134960-51AD-11CF-878A-94F801C10000}", "--id", "1");
        assertTrue(run.expect(0).out().strip().matches("[0-9a-f]{2} 00 00 00"), run.out());
    }

    @Test
    void anItemThatTheFilterLacksIsAKsError() {
        assertOneLine(1, Run.emulated("get", renderPath(), "KSPROPERTY_MEDIASEEKING_POSITION"));
    }

    @Test
    void anItemThatNobodyKnowsIsWrongUsage() {
        assertOneLine(2, Run.emulated("get", renderPath(), "KSPROPERTY_CHEESE"));
    }

    @Test
    void aMethodIsNoProperty() {
        assertOneLine(2, Run.emulated("get", renderPath(), "KSMETHOD_STREAMIO_READ"));
    }

    @Test
    void aPinThatIsNotThereIsNoDevice() {
        assertOneLine(3, Run.emulated("get", renderPath(), "KSPROPERTY_PIN_DATAFLOW", "--pin", "99"));
    }

    @Test
    void halfANumberIsWrongUsage() {
        assertOneLine(2, Run.emulated("get", renderPath(), "--id", "1"));
    }

    @Test
    void aLevelThatIsSetIsSaidToBeSet() {
        Run run = Run.emulated(
                "set",
                renderPath(),
                "KSPROPERTY_AUDIO_VOLUMELEVEL",
                "--node",
                volumeNode(),
                "--channel",
                "0",
                "-10.5dB");
        assertEquals(
                "KSPROPERTY_AUDIO_VOLUMELEVEL = -10.50 dB", run.expect(0).out().strip());
    }

    @ParameterizedTest
    @CsvSource({
        "KSPROPERTY_AUDIO_VOLUMELEVEL, 0, -10.5dB, -10.50 dB",
        "KSPROPERTY_AUDIO_VOLUMELEVEL, 0, -393216, -6.00 dB",
        "KSPROPERTY_AUDIO_MUTE, 1, on, on"
    })
    void whatIsSetIsRead(String property, String node, String typed, String read) {
        EmulatedDevice device = new VirtualAudioDevice();
        Run.on(device, "set", "speaker", property, typed, "--node", node, "--channel", "0")
                .expect(0);
        Run run = Run.on(device, "get", "speaker", property, "--node", node, "--channel", "0");
        assertEquals(read, run.expect(0).out().strip());
    }

    @Test
    void bytesThatAreSetAreRead() {
        EmulatedDevice device = new VirtualAudioDevice();
        String[] level = {"--set={45FFAAA0-6E1B-11D0-BCF2-444553540000}", "--id=4", "--node=0", "--channel=0"};
        Run.on(device, concat(concat(new String[] {"set", "speaker"}, level), "0000faff"))
                .expect(0);
        Run run = Run.on(device, concat(new String[] {"get", "speaker"}, level));
        assertEquals("00 00 fa ff", run.expect(0).out().strip());
    }

    private static String[] concat(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void supportOfALevelNamesItsRange() {
        Run run = Run.emulated(
                "get",
                renderPath(),
                "KSPROPERTY_AUDIO_VOLUMELEVEL",
                "--node",
                volumeNode(),
                "--channel",
                "0",
                "--support");
        assertTrue(run.expect(0).out().matches("(?s)get, set; -\\d+\\.\\d\\d dB to .*"), run.out());
    }

    @Test
    void aValueThatDoesNotParseIsWrongUsage() {
        assertOneLine(
                2,
                Run.emulated(
                        "set",
                        renderPath(),
                        "KSPROPERTY_AUDIO_VOLUMELEVEL",
                        "loud",
                        "--node",
                        volumeNode(),
                        "--channel",
                        "0"));
    }

    @Test
    void callGivesTheAnswerBack() {
        Run run = Run.emulated("call", renderPath(), "--set", REVERSE, "--id", "0", "--data", "01 02 03");
        assertEquals("03 02 01", run.expect(0).out().strip());
    }

    @Test
    void callAsJsonHasTheAnswer() {
        Run run = Run.emulated("call", renderPath(), "--set", REVERSE, "--id=0", "--data=0a0b", "--json");
        assertEquals("0b 0a", run.expect(0).json().get("data").getAsString());
    }

    @Test
    void aMethodThatIsNotThereIsAKsError() {
        assertOneLine(1, Run.emulated("call", renderPath(), "--set", REVERSE, "--id", "77"));
    }

    @Test
    void playAsJsonCountsFrames() throws IOException {
        Path file = directory.resolve("play.wav");
        WavFormat format = WavFormat.plain(WaveFormat.pcm(48000, 16, 2));
        try (WavWriter wav = WavWriter.create(file, format)) {
            wav.write(ByteBuffer.allocate(4 * 4800));
        }
        Run run = Run.emulated("play", file.toString(), "--json").expect(0);
        assertEquals(4800, run.json().get("frames").getAsInt());
    }

    @Test
    void playOfNoWavIsWrongUsage() {
        assertOneLine(2, Run.emulated("play", directory.resolve("absent.wav").toString()));
    }

    @Test
    void recordOfNoTimeIsWrongUsage() {
        assertOneLine(2, Run.emulated("record", directory.resolve("r.wav").toString(), "--seconds", "-1"));
    }

    @Test
    void recordToNowhereIsOneLine() {
        assertOneLine(
                2, Run.emulated("record", directory.resolve("no/where.wav").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"48000:2:s16", "8000:1:u8", "96000:1:s24in32", "44100:2:f32"})
    void recordHearsATone(String format) throws IOException {
        Path file = directory.resolve("tone.wav");
        Run.emulated("record", file.toString(), "--seconds", "0.05", "--format", format)
                .expect(0);
        try (WavReader wav = WavReader.open(file)) {
            byte[] samples = WavReaderTest.readAll(wav);
            assertEquals(wav.format().wave().rate() / 20 * wav.format().frameBytes(), samples.length);
            assertTrue(
                    IntStream.range(0, samples.length)
                                    .map(i -> samples[i])
                                    .distinct()
                                    .count()
                            > 10,
                    "is silent");
        }
    }

    private static JsonArray filters() {
        return Run.emulated("list", "--category", "render", "--json").json().getAsJsonArray("filters");
    }

    private static String renderPath() {
        return filters().get(0).getAsJsonObject().get("path").getAsString();
    }

    private static String volumeNode() {
        JsonArray nodes =
                Run.emulated("describe", renderPath(), "--json").json().getAsJsonArray("nodes");
        for (JsonElement node : nodes) {
            if (node.getAsJsonObject().get("type").getAsString().equals("KSNODETYPE_VOLUME")) {
                return node.getAsJsonObject().get("id").getAsString();
            }
        }
        throw new AssertionError("no volume node: " + nodes);
    }

    private static void assertOneLine(int exitCode, Run run) {
        run.expect(exitCode);
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }
}
