package org.kindlin.assays.image.tiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.PixelBudget;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;

/**
 * Reads TIFF and BigTIFF: samples come as stored, whatever the file says of how to show them.
 *
 * <p>8, 16 and 32-bit whole numbers, other depths up to 32 bits, half, single and double floats; no compression, LZW of
 * both bit orders, PackBits and deflate, with either predictor; strips and tiles; channels side by side or apart; both
 * byte orders; pages.
 */
public final class TiffReader {
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int EXTRA_SAMPLES = 338;

    private final RawFile file;
    private final TiffBytes bytes;
    private final PixelBudget budget = new PixelBudget();
    private final List<Warning> findings = new ArrayList<>();
    private boolean isRounded;

    private TiffReader(RawFile file) throws ImageDataException {
        this.file = file;
        this.bytes = TiffBytes.of(file.bytes());
    }

    /** Whether the content begins as a TIFF or BigTIFF. */
    public static boolean isTiff(byte[] bytes) {
        if (bytes.length < 16) {
            return false;
        }
        boolean little = bytes[0] == 'I' && bytes[1] == 'I' && (bytes[2] == 42 || bytes[2] == 43) && bytes[3] == 0;
        boolean big = bytes[0] == 'M' && bytes[1] == 'M' && bytes[2] == 0 && (bytes[3] == 42 || bytes[3] == 43);
        return little || big;
    }

    /** The picture of a TIFF. */
    public static Picture read(RawFile file) throws ImageDataException {
        return new TiffReader(file).read();
    }

    private Picture read() throws ImageDataException {
        List<TiffDirectory> directories = full(TiffDirectory.all(bytes));
        TiffDirectory first = directories.getFirst();
        String description = first.text(TiffTag.DESCRIPTION);
        Optional<ImageJDescription> imageJ = ImageJDescription.of(description);
        List<ImagePage> pages = new ArrayList<>();
        for (TiffDirectory directory : directories) {
            pages.add(page(directory, "page " + (pages.size() + 1)));
        }
        TiffLayout layout = TiffLayout.of(first);
        if (imageJ.isPresent() && directories.size() == 1) {
            addContiguous(pages, first, layout, imageJ.get().images());
        }
        tell(layout.depth(), imageJ);
        return new Picture(
                file.path(),
                "TIFF",
                pages,
                layout.depth(),
                first.number(TiffTag.PHOTOMETRIC, 1) == 0,
                scale(first, description, imageJ),
                findings);
    }

    /** The pictures themselves, without the small copies that some programs put beside them. */
    private static List<TiffDirectory> full(List<TiffDirectory> all) throws ImageDataException {
        List<TiffDirectory> full = new ArrayList<>();
        for (TiffDirectory directory : all) {
            if ((directory.number(TiffTag.NEW_SUBFILE_TYPE, 0) & 1) == 0) {
                full.add(directory);
            }
        }
        return full.isEmpty() ? all : full;
    }

    private ImagePage page(TiffDirectory directory, String place) throws ImageDataException {
        TiffLayout layout = TiffLayout.of(directory);
        int photometric = photometric(directory);
        if (photometric == RGB && layout.samplesPerPixel() < 3) {
            throw new ImageDataException(place, "a coloured picture of fewer than three channels", "export it again");
        }
        TiffSamples.Channels channels = TiffSamples.read(bytes, directory, layout, budget, place);
        isRounded |= channels.isRounded();
        List<ImagePlane> planes = channels.planes();
        if (photometric == PALETTE) {
            return palette(directory, layout, planes.getFirst());
        }
        boolean isColour = photometric == RGB;
        boolean hasAlpha = !isColour && planes.size() == 2 && directory.number(EXTRA_SAMPLES, 0) != 0;
        return new ImagePage(isColour ? planes.subList(0, 3) : hasAlpha ? planes.subList(0, 1) : planes, isColour);
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

    private ImagePage palette(TiffDirectory directory, TiffLayout layout, ImagePlane indices)
            throws ImageDataException {
        ColourMap colours = new ColourMap(
                directory.get(TiffTag.COLOUR_MAP, "palette"), layout.depth().bits());
        return colours.isDisplayTable() ? ImagePage.grey(indices) : colours.paint(indices);
    }

    /** ImageJ describes a large stack by one directory and lets the other pictures follow the first. */
    private void addContiguous(List<ImagePage> pages, TiffDirectory first, TiffLayout layout, int images)
            throws ImageDataException {
        if (layout.compression() != TiffCompression.NONE || images < 2 || layout.isTiled() || layout.isPlanar()) {
            return;
        }
        long start = first.get(TiffTag.STRIP_OFFSETS, "place of the samples").number(0);
        long size = layout.rowBytes() * layout.height();
        if (start + size * images > bytes.length()) {
            return;
        }
        boolean isColour = pages.getFirst().isColour();
        for (int i = 1; i < images; i++) {
            TiffSamples.Channels channels =
                    TiffSamples.readAt(bytes, layout, start + i * size, budget, "page " + (i + 1));
            isRounded |= channels.isRounded();
            List<ImagePlane> planes = channels.planes();
            pages.add(new ImagePage(isColour ? planes.subList(0, 3) : planes, isColour));
        }
    }

    private void tell(SampleDepth depth, Optional<ImageJDescription> imageJ) {
        if (isRounded) {
            findings.add(new Warning(
                    "rounded-samples",
                    file.name() + " has " + depth.text() + " samples; they are kept to 24 significant bits"));
        }
        if (imageJ.map(ImageJDescription::hasValueFunction).orElse(false)) {
            findings.add(
                    new Warning(
                            "value-function",
                            file.name()
                                    + " states a function that ImageJ shows its samples through; the samples are used as stored"));
        }
    }

    private ImageScale scale(TiffDirectory first, String description, Optional<ImageJDescription> imageJ)
            throws ImageDataException {
        Optional<OmeDescription> ome = OmeDescription.of(description);
        if (ome.isPresent()) {
            return ome.get().scale();
        }
        Optional<TiffField> resolution = first.find(TiffTag.X_RESOLUTION);
        double perUnit = resolution.isPresent() ? resolution.get().real() : 0;
        return imageJ.map(told -> told.scale(perUnit)).orElse(ImageScale.NONE);
    }
}
