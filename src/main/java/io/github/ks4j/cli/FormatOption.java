package io.github.ks4j.cli;

import io.github.ks4j.set.KSDATAFORMAT_SUBTYPE;
import io.github.ks4j.set.WaveFormat;
import io.github.ks4j.struct.Guid;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The argument of {@code --format}: rate, channels and sample type, such as {@code 48000:2:s16}. */
final class FormatOption implements ITypeConverter<WavFormat> {
    private static final Pattern FORM =
            Pattern.compile("0*([1-9]\\d{0,6}):0*([1-9]\\d{0,2}):(u8|s16|s24|s32|s24in32|f32|f64)");

    @Override
    public WavFormat convert(String text) {
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text
                    + "' is not RATE:CHANNELS:SAMPLE, where SAMPLE is one of u8, s16, s24, s32, s24in32, f32, f64");
        }
        int rate = Integer.parseInt(matcher.group(1));
        int channels = Integer.parseInt(matcher.group(2));
        String sample = matcher.group(3);
        Guid encoding = sample.startsWith("f") ? KSDATAFORMAT_SUBTYPE.IEEE_FLOAT : KSDATAFORMAT_SUBTYPE.PCM;
        int bits = Integer.parseInt(sample.substring(sample.length() - (sample.equals("u8") ? 1 : 2)));
        int validBits = sample.equals("s24in32") ? 24 : bits;
        return new WavFormat(new WaveFormat(encoding, rate, channels, bits, validBits, 0), validBits < bits);
    }
}
