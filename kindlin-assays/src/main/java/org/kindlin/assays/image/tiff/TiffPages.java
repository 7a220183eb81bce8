package org.kindlin.assays.image.tiff;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.PixelBudget;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.image.StoredOrientation;

/** Makes pictures of directories: channels without transparency, colours of palettes, upright. */
final class TiffPages {
    private static final int RGB = 2;
    private static final int PALETTE = 3;

    private final TiffBytes bytes;
    private final PixelBudget budget = new PixelBudget();
    private boolean isRounded;

    TiffPages(TiffBytes bytes) {
        this.bytes = bytes;
    }

    /** Whether a sample of any picture so far was rounded to be kept. */
    boolean isRounded() {
        return isRounded;
    }

    /** The picture of a directory. */
    ImagePage page(TiffDirectory directory, String place) throws ImageDataException {
        TiffLayout layout = TiffLayout.of(directory);
        if (photometric(directory) == RGB && layout.samplesPerPixel() < 3) {
            throw new ImageDataException(place, "a coloured picture of fewer than three channels", "export it again");
        }
        return page(directory, layout, TiffSamples.read(bytes, directory, layout, budget, place));
    }

    /**
     * The pictures after the first of a stack with one directory, which follow it in the file as they are; as many as there
     * are if the file was made to hold the first alone.
     *
     * @param stated pictures of the stack, the first included
     */
    List<ImagePage> following(TiffDirectory first, int stated) throws ImageDataException {
        TiffLayout layout = TiffLayout.of(first);
        List<ImagePage> pages = new ArrayList<>();
        if (layout.compression() != TiffCompression.NONE || layout.isTiled() || layout.isPlanar()) {
            return pages;
        }
        long start = first.get(TiffTag.STRIP_OFFSETS, "place of the samples").number(0);
        long size = layout.rowBytes() * layout.height();
        boolean isBehind = first.at() > start; // a directory where pictures should be shows that they were never there
        long held = ((isBehind ? first.at() : bytes.length()) - start) / size;
        if (held < 2 || (isBehind && held < stated)) {
            return pages;
        }
        if (held < stated) {
            throw new ImageDataException(
                    "page " + (held + 1),
                    "the file ends before the last of its " + stated + " pictures",
                    "the file is cut off; copy or export it again");
        }
        for (int i = 1; i < stated; i++) {
            String place = "page " + (i + 1);
            pages.add(page(first, layout, TiffSamples.readAt(bytes, layout, start + i * size, budget, place)));
        }
        return pages;
    }

    private ImagePage page(TiffDirectory directory, TiffLayout layout, TiffSamples.Channels channels)
            throws ImageDataException {
        isRounded |= channels.isRounded();
        List<ImagePlane> planes = channels.planes();
        int photometric = photometric(directory);
        ImagePage page = photometric == PALETTE
                ? palette(directory, layout, planes.getFirst())
                : new ImagePage(visible(directory, planes, photometric == RGB), photometric == RGB);
        return new StoredOrientation(directory.number(TiffTag.ORIENTATION, 1)).upright(page);
    }

    /** All channels but those of transparency. */
    private static List<ImagePlane> visible(TiffDirectory directory, List<ImagePlane> planes, boolean isColour)
            throws ImageDataException {
        boolean hasAlpha = !isColour && planes.size() == 2 && directory.number(TiffTag.EXTRA_SAMPLES, 0) != 0;
        return isColour ? planes.subList(0, 3) : hasAlpha ? planes.subList(0, 1) : planes;
    }

    private static int photometric(TiffDirectory directory) throws ImageDataException {
        int photometric = directory.number(TiffTag.PHOTOMETRIC, 1);
        return switch (photometric) {
            case 0, 1, RGB, PALETTE, 4, 34892 -> photometric;
            case 5, 6, 8, 9, 10, 32803 ->
                throw new ImageDataException(
                        "tag 262",
                        "the samples are " + colourSpace(photometric) + ", which are not read here",
                        "save it as a grey or RGB TIFF");
            default -> 1;
        };
    }

    private static String colourSpace(int photometric) {
        return switch (photometric) {
            case 5 -> "printing inks (CMYK)";
            case 6 -> "luma and chroma (YCbCr)";
            case 32803 -> "a camera's raw mosaic";
            default -> "CIE L*a*b* colours";
        };
    }

    private static ImagePage palette(TiffDirectory directory, TiffLayout layout, ImagePlane indices)
            throws ImageDataException {
        ColourMap colours = new ColourMap(
                directory.get(TiffTag.COLOUR_MAP, "palette"), layout.depth().bits());
        if (colours.isDisplayTable()) {
            return ImagePage.grey(indices);
        }
        if (layout.depth().kind() != SampleDepth.Kind.UNSIGNED) {
            throw new ImageDataException(
                    "tag 339",
                    "a palette of colours for samples of " + layout.depth().text() + ", which do not count from 0",
                    "save it as an RGB TIFF");
        }
        return colours.paint(indices);
    }
}
