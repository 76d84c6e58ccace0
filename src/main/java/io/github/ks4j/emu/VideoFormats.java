package io.github.ks4j.emu;

import io.github.ks4j.io.KsException;
import io.github.ks4j.io.NtStatus;
import io.github.ks4j.set.DataFormat;
import io.github.ks4j.set.DataRange;
import io.github.ks4j.set.VideoFormat;
import io.github.ks4j.struct.Abi;
import io.github.ks4j.struct.KSDATAFORMAT;
import io.github.ks4j.struct.KS_BITMAPINFOHEADER;
import io.github.ks4j.struct.KS_DATARANGE_VIDEO;
import io.github.ks4j.struct.KS_VIDEOINFOHEADER;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats of a camera's pin, each an encoding and a size in some frame rates, and what it does with formats. */
final class VideoFormats {
    private static final Abi ABI = Abi.X64;
    private static final int HEAD = KSDATAFORMAT.LAYOUT.size();
    private static final int FORMAT = HEAD + KS_VIDEOINFOHEADER.LAYOUT.size();
    private static final int RANGE = KS_DATARANGE_VIDEO.LAYOUT.size();
    private static final int HEADER_OF_RANGE = KS_DATARANGE_VIDEO.VideoInfoHeader.offset64();

    /** An encoding and a size, and the times between two frames, the shortest first. */
    record Choice(VideoFormat fastest, long[] intervals) {
        Choice {
            intervals = intervals.clone();
        }

        @Override
        public long[] intervals() {
            return intervals.clone();
        }

        int rates() {
            return intervals.length;
        }

        long interval(int rate) {
            return intervals[rate];
        }

        boolean has(int width, int height) {
            return fastest.width() == width && fastest.height() == height;
        }

        private boolean covers(VideoFormat format) {
            return fastest.encoding().equals(format.encoding())
                    && has(format.width(), format.height())
                    && intervals[0] <= format.frameInterval()
                    && format.frameInterval() <= intervals[intervals.length - 1];
        }

        private long nearest(long wanted) {
            long nearest = intervals[0];
            for (long interval : intervals) {
                if (Math.abs(interval - wanted) < Math.abs(nearest - wanted)) {
                    nearest = interval;
                }
            }
            return nearest;
        }
    }

    private final List<Choice> choices;

    VideoFormats(List<Choice> choices) {
        this.choices = List.copyOf(choices);
    }

    /** The choice of a data range; null if there is none. */
    Choice choice(int range) {
        return range < 0 || range >= choices.size() ? null : choices.get(range);
    }

    DataRange[] ranges(int purpose) {
        return choices.stream()
                .map(choice -> DataRange.video(choice.fastest, choice.intervals[choice.intervals.length - 1], purpose))
                .toArray(DataRange[]::new);
    }

    int largestImage() {
        return choices.stream()
                .mapToInt(choice -> choice.fastest.imageSize())
                .max()
                .orElse(0);
    }

    /** The format as the camera delivers it: at the nearest of its frame rates; empty if it does not have it. */
    Optional<VideoFormat> find(DataFormat format) {
        return format.video()
                .filter(video -> isConsistent(format, video))
                .flatMap(video -> choices.stream()
                        .filter(choice -> choice.covers(video))
                        .findFirst()
                        .map(choice -> new VideoFormat(
                                video.encoding(),
                                video.width(),
                                video.height(),
                                choice.nearest(video.frameInterval()))));
    }

    NtStatus check(DataFormat format) {
        return find(format).isPresent() ? NtStatus.SUCCESS : NtStatus.NO_MATCH;
    }

    /** The members of a header agree with each other; a compressed picture may have any size. */
    private static boolean isConsistent(DataFormat format, VideoFormat video) {
        KS_BITMAPINFOHEADER picture =
                KS_VIDEOINFOHEADER.LAYOUT.at(ABI, format.bytes(), HEAD).get(KS_VIDEOINFOHEADER.bmiHeader);
        return picture.get(KS_BITMAPINFOHEADER.biSize) == KS_BITMAPINFOHEADER.LAYOUT.size()
                && picture.get(KS_BITMAPINFOHEADER.biPlanes) == 1
                && picture.get(KS_BITMAPINFOHEADER.biCompression) == video.compression()
                && (video.encoding().equals(VideoFormat.MJPG)
                        || picture.get(KS_BITMAPINFOHEADER.biBitCount) == video.bitCount()
                                && picture.get(KS_BITMAPINFOHEADER.biSizeImage) >= video.imageSize());
    }

    /**
     * What Microsoft's sample of a capture driver answers: the ranges must be one in all but their headers, and the format
     * is the driver's head with the caller's header. A wildcard without a header gets the range's own.
     *
     * @throws KsException with {@link NtStatus#INVALID_PARAMETER} if the caller's picture is larger than numbers are
     */
    Optional<DataFormat> intersect(DataRange wanted, DataRange offered) {
        ByteBuffer own = offered.bytes();
        ByteBuffer header = own;
        if (KSDATAFORMAT.FormatSize.read(ABI, wanted.bytes(), 0) >= RANGE) {
            header = wanted.bytes();
            if (header.slice(HEAD, HEADER_OF_RANGE - HEAD).compareTo(own.slice(HEAD, HEADER_OF_RANGE - HEAD)) != 0) {
                return Optional.empty();
            }
            checkSize(KS_VIDEOINFOHEADER.LAYOUT.at(ABI, header, HEADER_OF_RANGE).get(KS_VIDEOINFOHEADER.bmiHeader));
        }
        byte[] bytes = new byte[FORMAT];
        own.get(0, bytes, 0, HEAD);
        header.get(HEADER_OF_RANGE, bytes, HEAD, FORMAT - HEAD);
        int imageSize = KS_VIDEOINFOHEADER
                .LAYOUT
                .at(ABI, ByteBuffer.wrap(bytes), HEAD)
                .get(KS_VIDEOINFOHEADER.bmiHeader)
                .get(KS_BITMAPINFOHEADER.biSizeImage);
        KSDATAFORMAT
                .LAYOUT
                .at(ABI, ByteBuffer.wrap(bytes), 0)
                .set(KSDATAFORMAT.FormatSize, FORMAT)
                .set(KSDATAFORMAT.SampleSize, imageSize);
        DataFormat format = DataFormat.of(bytes);
        return check(format).isSuccess() ? Optional.of(format) : Optional.empty();
    }

    private static void checkSize(KS_BITMAPINFOHEADER picture) {
        try {
            Math.multiplyExact(
                    Math.multiplyExact(
                            Math.absExact(picture.get(KS_BITMAPINFOHEADER.biWidth)),
                            Math.absExact(picture.get(KS_BITMAPINFOHEADER.biHeight))),
                    picture.get(KS_BITMAPINFOHEADER.biBitCount));
        } catch (ArithmeticException e) {
            throw KsException.of("intersect the ranges of a camera", NtStatus.INVALID_PARAMETER);
        }
    }

    /** A choice by its frame rates. */
    static Choice choice(VideoFormat format, int[] rates) {
        long[] intervals = Arrays.stream(rates)
                .mapToLong(rate -> VideoFormat.of(format.encoding(), format.width(), format.height(), rate)
                        .frameInterval())
                .sorted()
                .distinct()
                .toArray();
        return new Choice(new VideoFormat(format.encoding(), format.width(), format.height(), intervals[0]), intervals);
    }
}
