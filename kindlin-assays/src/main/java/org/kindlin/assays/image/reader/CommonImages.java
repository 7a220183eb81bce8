package org.kindlin.assays.image.reader;

import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.PixelBudget;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.image.Samples;
import org.kindlin.assays.image.StoredOrientation;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;

/** PNG and JPEG, which the JDK reads right: samples are taken from the raster, before any colour is made of them. */
final class CommonImages {
    private static final int MOST_DEFLATE = 1040; // zlib cannot do better than 1032
    private static final int STORED = 4; // bytes that a pixel fills in memory at most, as a number of its own
    private static final int MOST_JPEG = 4096; // an empty 8 x 8 block takes a bit or two
    private static final String PADDING = "before marker 0xd9"; // bytes after the last block, which no pixel needs
    private static final String AGAIN = "the file is damaged or cut off; copy or export it again";

    private CommonImages() {}

    static Picture png(RawFile file) throws ImageDataException {
        long widened = Math.ceilDiv(8L * STORED, PngHeader.bitsPerPixel(file.bytes()));
        return read(file, "PNG", MOST_DEFLATE * widened, StoredOrientation.UPRIGHT, List.of());
    }

    static Picture jpeg(RawFile file) throws ImageDataException {
        Warning lossy = new Warning(
                "lossy-image",
                file.name() + " is a JPEG: its values were changed by the compression; measure the original file");
        JpegHeader.requireReadable(file.bytes());
        StoredOrientation orientation = JpegHeader.orientation(file.bytes());
        List<Warning> findings =
                orientation.code() == 1 ? List.of(lossy) : List.of(lossy, orientation.warning(file.name()));
        return read(file, "JPEG", MOST_JPEG, orientation, findings);
    }

    private static Picture read(
            RawFile file, String format, long mostRatio, StoredOrientation orientation, List<Warning> findings)
            throws ImageDataException {
        javax.imageio.ImageReader reader =
                ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            new PixelBudget().take("", STORED * pixels, file.bytes().length, mostRatio);
            List<String> complaints = new ArrayList<>();
            reader.addIIOReadWarningListener((_, complaint) -> complaints.add(complaint));
            RenderedImage image = reader.read(0);
            if (!complaints.stream().allMatch(complaint -> complaint.endsWith(PADDING))) {
                throw new ImageDataException("", "the " + format + " ends too early or holds damaged data", AGAIN);
            }
            return picture(file, format, image, orientation, findings);
        } catch (IOException | RuntimeException e) { // the readers of the JDK throw both for damaged files
            throw new ImageDataException("", "the " + format + " cannot be read", AGAIN);
        } finally {
            reader.dispose();
        }
    }

    private static Picture picture(
            RawFile file, String format, RenderedImage image, StoredOrientation orientation, List<Warning> findings) {
        Raster raster = image.getData();
        ColorModel colours = image.getColorModel();
        ImagePage page = colours instanceof IndexColorModel palette
                ? palette(raster, palette)
                : channels(raster, colours.getNumColorComponents() == 3);
        int bits = raster.getTransferType() == DataBuffer.TYPE_USHORT ? 16 : 8;
        return new Picture(
                file.path(),
                format,
                List.of(orientation.upright(page)),
                new SampleDepth(bits, SampleDepth.Kind.UNSIGNED),
                false,
                ImageScale.NONE,
                findings);
    }

    /** A file with a palette is coloured, or grey where every colour of the palette is. */
    private static ImagePage palette(Raster raster, IndexColorModel palette) {
        int[] index = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
        byte[][] colours = new byte[3][index.length];
        for (int i = 0; i < index.length; i++) {
            int rgb = palette.getRGB(index[i]);
            colours[0][i] = (byte) (rgb >> 16);
            colours[1][i] = (byte) (rgb >> 8);
            colours[2][i] = (byte) rgb;
        }
        List<ImagePlane> planes = new ArrayList<>();
        for (byte[] colour : colours) {
            planes.add(new ImagePlane(raster.getWidth(), raster.getHeight(), new Samples.Bytes(colour)));
        }
        ImagePage page = new ImagePage(planes, true);
        return page.isGreyInColour() ? ImagePage.grey(planes.getFirst()) : page;
    }

    /** The channels of colour; transparency is none. */
    private static ImagePage channels(Raster raster, boolean isColour) {
        List<ImagePlane> planes = new ArrayList<>();
        for (int channel = 0; channel < (isColour ? 3 : 1); channel++) {
            planes.add(new ImagePlane(raster.getWidth(), raster.getHeight(), samples(raster, channel)));
        }
        return new ImagePage(planes, isColour);
    }

    private static Samples samples(Raster raster, int channel) {
        int[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), channel, (int[]) null);
        if (raster.getTransferType() == DataBuffer.TYPE_USHORT) {
            short[] shorts = new short[values.length];
            for (int i = 0; i < values.length; i++) {
                shorts[i] = (short) values[i];
            }
            return new Samples.Shorts(shorts);
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new Samples.Bytes(bytes);
    }
}
