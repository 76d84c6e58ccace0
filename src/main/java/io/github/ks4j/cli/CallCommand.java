package io.github.ks4j.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ks4j.Ks;
import io.github.ks4j.KsFilter;
import io.github.ks4j.set.KsMethod;
import io.github.ks4j.set.KsSet;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "call",
        description = "Calls a method and prints the bytes that come back.",
        footer = {
            "",
            "Examples:",
            "  ks4j call speaker --set {D3E9B5C4-0000-4B53-8001-4B53344A0001} --id 0 --direction modify --data 010203",
            "  ks4j call \"My filter\" KSMETHOD_STREAMIO_READ --size 64 --json",
        })
final class CallCommand extends JsonCommand<CallCommand.Result> {
    @Parameters(index = "0", paramLabel = "FILTER", description = "A path, a name or a part of one.")
    private String filter;

    @Parameters(index = "1", arity = "0..1", paramLabel = "METHOD", description = "The method's C name.")
    private String name;

    @Mixin
    private Item item;

    @Mixin
    private Target target;

    @Option(
            names = "--direction",
            paramLabel = "WAY",
            defaultValue = "MODIFY",
            description = "Where data goes for --set and --id: none, read, write or modify, as the driver sees it;"
                    + " modify by default.")
    private KsMethod.Direction direction;

    @Option(names = "--data", paramLabel = "HEX", description = "The method's data.")
    private String data;

    @Option(names = "--size", paramLabel = "N", description = "The size of the data, filled up with zeroes.")
    private Integer size;

    record Result(KsMethod method, byte[] answer) {}

    @Override
    Result ask(Ks ks) {
        KsMethod method = item.isRaw()
                ? new KsMethod(new KsSet(item.set().toString(), item.set()), item.id(), item.rawName(), direction, "")
                : Item.named(KsMethod.class, name, "a method");
        byte[] bytes = data == null ? new byte[0] : Hex.parse(data);
        if (size != null) {
            if (size < bytes.length) {
                throw CliException.usage("--size " + size + " is less than the " + bytes.length + " bytes of --data");
            }
            bytes = Arrays.copyOf(bytes, size);
        }
        try (KsFilter opened = ks.filter(Filters.path(ks, filter))) {
            return new Result(method, target.of(opened).call(method, bytes));
        }
    }

    @Override
    void text(Result result) {
        out().println(Hex.format(result.answer));
    }

    @Override
    JsonElement json(Result result) {
        JsonObject document = new JsonObject();
        document.addProperty("method", result.method.name());
        document.addProperty("length", result.answer.length);
        document.addProperty("data", Hex.format(result.answer));
        return document;
    }
}
