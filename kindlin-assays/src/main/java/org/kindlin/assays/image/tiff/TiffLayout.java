package org.kindlin.assays.image.tiff;

import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.SampleDepth;

/**
 * How the samples of one picture lie in the file.
 *
 * @param samplesPerPixel channels, transparency included
 * @param isPlanar whether each channel has strips or tiles of its own
 * @param predictor 1 none, 2 differences along a row, 3 differences of the bytes of floats
 * @param isReversed whether the bits of every byte are reversed
 * @param chunkWidth of a strip or tile
 * @param chunkHeight of a strip or tile
 */
record TiffLayout(
        int width,
        int height,
        SampleDepth depth,
        int samplesPerPixel,
        boolean isPlanar,
        TiffCompression compression,
        int predictor,
        boolean isReversed,
        boolean isTiled,
        int chunkWidth,
        int chunkHeight) {
    private static final int MOST_PIXELS_ACROSS = 1 << 20;
    private static final int MOST_CHANNELS = 512;
    private static final String OTHER = "save it as 8-bit, 16-bit or 32-bit TIFF";

    static TiffLayout of(TiffDirectory directory) throws ImageDataException {
        int width = side(directory, TiffTag.WIDTH, "width");
        int height = side(directory, TiffTag.HEIGHT, "height");
        int samples = directory.number(TiffTag.SAMPLES_PER_PIXEL, 1);
        if (samples < 1 || samples > MOST_CHANNELS) {
            throw new ImageDataException("tag 277", samples + " channels", "the file is damaged; export it again");
        }
        boolean isTiled = directory.find(TiffTag.TILE_OFFSETS).isPresent();
        int chunkWidth = isTiled ? side(directory, TiffTag.TILE_WIDTH, "tile width") : width;
        int chunkHeight = isTiled
                ? side(directory, TiffTag.TILE_HEIGHT, "tile height")
                : Math.clamp(rowsPerStrip(directory, height), 1, height);
        TiffLayout layout = new TiffLayout(
                width,
                height,
                depth(directory),
                samples,
                directory.number(TiffTag.PLANAR_CONFIGURATION, 1) == 2 && samples > 1,
                TiffCompression.of(directory.number(TiffTag.COMPRESSION, 1)),
                predictor(directory),
                directory.number(TiffTag.FILL_ORDER, 1) == 2,
                isTiled,
                chunkWidth,
                chunkHeight);
        layout.check();
        return layout;
    }

    /** Differences belong to LZW and deflate (TIFF 6.0, section 14); with any other packing libtiff leaves the entry alone. */
    private static int predictor(TiffDirectory directory) throws ImageDataException {
        TiffCompression compression = TiffCompression.of(directory.number(TiffTag.COMPRESSION, 1));
        boolean applies = compression == TiffCompression.LZW || compression == TiffCompression.DEFLATE;
        return applies ? directory.number(TiffTag.PREDICTOR, 1) : 1;
    }

    private static int rowsPerStrip(TiffDirectory directory, int height) throws ImageDataException {
        return directory.find(TiffTag.ROWS_PER_STRIP).isEmpty()
                ? height
                : (int) Math.min(directory.get(TiffTag.ROWS_PER_STRIP, "").number(0), height);
    }

    private static int side(TiffDirectory directory, int tag, String name) throws ImageDataException {
        int side = (int) Math.min(directory.get(tag, name).number(0), Integer.MAX_VALUE);
        if (side < 1 || side > MOST_PIXELS_ACROSS) {
            throw new ImageDataException(
                    "tag " + tag, "a " + name + " of " + side + " pixels", "the file is damaged; export it again");
        }
        return side;
    }

    private static SampleDepth depth(TiffDirectory directory) throws ImageDataException {
        int bits = directory.number(TiffTag.BITS_PER_SAMPLE, 1);
        TiffField field = directory.find(TiffTag.BITS_PER_SAMPLE).orElse(null);
        for (long i = 1; field != null && i < Math.min(field.count(), MOST_CHANNELS); i++) {
            if (field.number(i) != bits) {
                throw new ImageDataException("tag 258", "channels of different depths are not read here", OTHER);
            }
        }
        int format = directory.number(TiffTag.SAMPLE_FORMAT, 1);
        return switch (format) {
            case 1, 4 -> depth(bits, SampleDepth.Kind.UNSIGNED, bits >= 1 && bits <= 32);
            case 2 -> depth(bits, SampleDepth.Kind.SIGNED, bits == 8 || bits == 16 || bits == 32);
            case 3 -> depth(bits, SampleDepth.Kind.FLOAT, bits == 16 || bits == 32 || bits == 64);
            default ->
                throw new ImageDataException("tag 339", "samples of format " + format + " are not read here", OTHER);
        };
    }

    private static SampleDepth depth(int bits, SampleDepth.Kind kind, boolean isRead) throws ImageDataException {
        SampleDepth depth = new SampleDepth(bits, kind);
        if (!isRead) {
            throw new ImageDataException("tag 258", "samples of " + depth.text() + " are not read here", OTHER);
        }
        return depth;
    }

    private void check() throws ImageDataException {
        boolean isWhole = depth.bits() == 8 || depth.bits() == 16 || depth.bits() == 32;
        boolean fits = switch (predictor) {
            case 1 -> true;
            case 2 -> isWhole || depth.bits() == 64;
            case 3 -> depth.kind() == SampleDepth.Kind.FLOAT;
            default -> false;
        };
        if (!fits) {
            throw new ImageDataException(
                    "tag 317",
                    "predictor " + predictor + " for samples of " + depth.text() + " is not read here",
                    OTHER);
        }
    }

    /** Channels that lie side by side in one strip or tile. */
    int interleaved() {
        return isPlanar ? 1 : samplesPerPixel;
    }

    /** Bytes of one row of a strip or tile. */
    long rowBytes() {
        return ((long) chunkWidth * interleaved() * depth.bits() + 7) / 8;
    }

    int chunksAcross() {
        return (width + chunkWidth - 1) / chunkWidth;
    }

    int chunksDown() {
        return (height + chunkHeight - 1) / chunkHeight;
    }

    /** Bytes that one sample fills in memory. */
    int storedBytes() {
        return depth.kind() != SampleDepth.Kind.UNSIGNED || depth.bits() > 16 ? 4 : depth.bits() > 8 ? 2 : 1;
    }
}
