package org.kindlin.assays.image.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.assays.image.tiff.TiffReader;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.image.BitMask;

/**
 * Ruined images without end: every encoding of the decoder's tests with bytes changed, cut, doubled and zeroed.
 *
 * <p>{@code java -Xmx128m ... org.kindlin.assays.image.reader.ImageFuzz SECONDS SEED} reads ruined files for so long and prints
 * what they came to; one that escapes its reader, or needs more memory than that, ends the run with its number.
 */
public final class ImageFuzz {
    private static final String[] SEEDS = {
        "plain-u8-little",
        "plain-u16-big",
        "plain-i32-little",
        "u12",
        "lzw-old-u8",
        "lzw-predictor-u16-big",
        "lzw-predictor-rgb",
        "deflate-predictor-u16-planar",
        "packbits-u8",
        "deflate-float-predictor-f8",
        "tiles-lzw-predictor-u8",
        "tiles-rgb-planar",
        "bigtiff-u16",
        "bigtiff-tiles-deflate-f4",
        "fill-order-2",
        "pages",
        "palette-colours",
        "imagej-hyperstack",
        "imagej-contiguous",
        "ome"
    };

    private final List<byte[]> seeds = new ArrayList<>();
    private final Random random;

    ImageFuzz(long seed) {
        random = new Random(seed);
        for (String name : SEEDS) {
            seeds.add(resource(name));
        }
        byte[] grey = new byte[40 * 30];
        random.nextBytes(grey);
        seeds.add(PngWriter.grey(40, 30, grey, "seed"));
        seeds.add(PngWriter.mask(BitMask.none(40, 30), ""));
    }

    private static byte[] resource(String name) {
        try (InputStream stream = TiffReader.class.getResourceAsStream(name + ".tif")) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next ruined file. */
    byte[] next() {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(Math.max(1, bytes.length));
        // directories stand at the end, headers at the beginning: that is where a change does most
        int place = switch (random.nextInt(3)) {
            case 0 -> at;
            case 1 -> Math.max(0, bytes.length - 1 - at % 260);
            default -> at % 24;
        };
        int length = Math.min(bytes.length - place, 1 + random.nextInt(8));
        switch (random.nextInt(6)) {
            case 0 -> {
                return Arrays.copyOf(bytes, Math.max(1, at));
            }
            case 1 -> Arrays.fill(bytes, place, place + length, (byte) 0xFF);
            case 2 -> Arrays.fill(bytes, place, place + length, (byte) 0);
            case 3 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
            default -> bytes[place] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Reads so many ruined files; the number of those that were refused. */
    int run(int files) {
        int refused = 0;
        for (int i = 0; i < files; i++) {
            refused += isRead(i) ? 0 : 1;
        }
        return refused;
    }

    private boolean isRead(int number) {
        byte[] bytes = next();
        Faults faults = new Faults();
        try {
            boolean isRead =
                    ImageReader.read(new RawFile("fuzz.tif", bytes), faults).isPresent();
            if (isRead == faults.any()) {
                throw new AssertionError("file " + number + ": neither picture nor fault, or both");
            }
            return isRead;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new AssertionError("file " + number + " of " + bytes.length + " bytes escapes", e);
        }
    }

    public static void main(String[] arguments) {
        double seconds = Double.parseDouble(arguments[0]);
        ImageFuzz fuzz = new ImageFuzz(Long.parseLong(arguments[1]));
        long start = System.nanoTime();
        int files = 0;
        int refused = 0;
        while (System.nanoTime() - start < seconds * 1e9) {
            refused += fuzz.isRead(files++) ? 0 : 1;
        }
        System.out.printf("%d files, %d refused, none escaped, %.0f s%n", files, refused, seconds);
    }
}
