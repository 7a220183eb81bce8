package org.kindlin.assays.image.tiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.StoredOrientation;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;

/**
 * Reads TIFF and BigTIFF: samples come as stored, whatever the file says of how to show them.
 *
 * <p>8, 16 and 32-bit whole numbers, other depths up to 32 bits, half, single and double floats; no compression, LZW of
 * both bit orders, PackBits and deflate, with either predictor; strips and tiles; channels side by side or apart; both
 * byte orders; pages; the stacks with one directory of ImageJ and MetaMorph; scale, time and order of ImageJ, OME, MetaMorph
 * and Zeiss LSM.
 */
public final class TiffReader {
    private final RawFile file;
    private final TiffBytes bytes;
    private final List<Warning> findings = new ArrayList<>();

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
        List<TiffDirectory> all = TiffDirectory.all(bytes);
        String description = all.getFirst().text(TiffTag.DESCRIPTION);
        Optional<ImageJDescription> imageJ = ImageJDescription.of(description);
        Optional<OmeDescription> ome = OmeDescription.of(description);
        List<TiffDirectory> directories = ome.isPresent() ? ordered(all, ome.get()) : pictures(all);
        TiffDirectory first = directories.getFirst();
        Optional<MetaMorphStack> metaMorph = MetaMorphStack.of(first);
        TiffPages reader = new TiffPages(bytes);
        List<ImagePage> pages = new ArrayList<>();
        for (TiffDirectory directory : directories) {
            pages.add(reader.page(directory, "page " + (pages.size() + 1)));
        }
        int stated = metaMorph
                .map(MetaMorphStack::planes)
                .orElse(imageJ.map(ImageJDescription::images).orElse(1));
        if (directories.size() == 1 && stated > 1) {
            pages.addAll(reader.following(first, stated));
        }
        TiffLayout layout = TiffLayout.of(first);
        if (reader.isRounded()) {
            tell("rounded-samples", "has " + layout.depth().text() + " samples; they are kept to 24 significant bits");
        }
        if (pages.size() < stated) {
            tell("missing-pictures", "says that it holds " + stated + " pictures; it holds " + pages.size());
        }
        if (imageJ.map(ImageJDescription::hasValueFunction).orElse(false)) {
            tell(
                    "value-function",
                    "states a function that ImageJ shows its samples through; the samples are used as stored");
        }
        tellOfEntries(first);
        return new Picture(
                file.path(),
                "TIFF",
                pages,
                layout.depth(),
                first.number(TiffTag.PHOTOMETRIC, 1) == 0,
                scale(first, imageJ, ome, metaMorph),
                findings);
    }

    private void tell(String code, String what) {
        findings.add(new Warning(code, file.name() + " " + what));
    }

    private void tellOfEntries(TiffDirectory first) throws ImageDataException {
        StoredOrientation orientation = new StoredOrientation(first.number(TiffTag.ORIENTATION, 1));
        if (orientation.code() != 1) {
            findings.add(orientation.warning(file.name()));
        }
        if (first.number(TiffTag.PREDICTOR, 1) != TiffLayout.of(first).predictor()) {
            tell(
                    "predictor-ignored",
                    "says that its samples are differences, but does not pack them in a way that has these: they are used as"
                            + " stored; where rows look like edges only, save it again");
        }
    }

    /** The pictures themselves, without the small copies and masks that some programs put beside them. */
    private static List<TiffDirectory> pictures(List<TiffDirectory> all) throws ImageDataException {
        List<TiffDirectory> pictures = new ArrayList<>();
        for (TiffDirectory directory : all) {
            if (directory.isPicture()) {
                pictures.add(directory);
            }
        }
        return pictures.isEmpty() ? all : pictures;
    }

    /** The directories of the first image of OME-XML in its order, where it says which these are. */
    private List<TiffDirectory> ordered(List<TiffDirectory> all, OmeDescription ome) throws ImageDataException {
        List<Integer> order = ome.directories(all.size());
        if (ome.images() > 1) {
            tell(
                    "more-images",
                    "holds " + ome.images() + " images by its OME-XML; "
                            + (order.isEmpty() ? "their pictures were taken as one series" : "the first was read"));
        }
        return order.isEmpty() ? pictures(all) : order.stream().map(all::get).toList();
    }

    private static ImageScale scale(
            TiffDirectory first,
            Optional<ImageJDescription> imageJ,
            Optional<OmeDescription> ome,
            Optional<MetaMorphStack> metaMorph)
            throws ImageDataException {
        if (ome.isPresent()) {
            return ome.get().scale();
        }
        if (metaMorph.isPresent()) {
            return metaMorph.get().scale();
        }
        Optional<ImageScale> zeiss = ZeissScale.of(first);
        if (zeiss.isPresent()) {
            return zeiss.get();
        }
        Optional<TiffField> resolution = first.find(TiffTag.X_RESOLUTION);
        double perUnit = resolution.isPresent() ? resolution.get().real() : 0;
        return imageJ.map(told -> told.scale(perUnit)).orElse(ImageScale.NONE);
    }
}
