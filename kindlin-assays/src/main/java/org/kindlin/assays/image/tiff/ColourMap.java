package org.kindlin.assays.image.tiff;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Samples;

/**
 * The colours of a picture with a palette. Microscopes and ImageJ store a display table this way: there the samples are the
 * measurement and the colours only show it. Such a table grows steadily brighter or darker.
 */
final class ColourMap {
    private static final int LOSS_ALLOWED = 600; // of 65535: rounding of tables that were made from 8 bits
    private static final int FULL = 257; // makes 65535 of 255

    private final TiffField field;
    private final int colours;
    private final int scale;

    ColourMap(TiffField field, int bits) throws ImageDataException {
        this.field = field;
        this.colours = 1 << bits;
        if (bits > 16 || field.count() < 3L * colours) {
            throw field.damaged("a palette of " + field.count() + " numbers for samples of " + bits + " bits");
        }
        this.scale = isOfBytes() ? FULL : 1;
    }

    /** Whether a writer filled the table up to 255 only, as if its colours had 8 bits. */
    private boolean isOfBytes() throws ImageDataException {
        for (long i = 0; i < 3L * colours; i++) {
            if (field.number(i) >= 1 << Byte.SIZE) {
                return false;
            }
        }
        return true;
    }

    /** Whether brightness runs one way along the table. */
    boolean isDisplayTable() throws ImageDataException {
        boolean rises = true;
        boolean falls = true;
        double first = luma(0);
        double before = first;
        for (int i = 1; i < colours; i++) {
            double here = luma(i);
            rises &= here >= before - LOSS_ALLOWED;
            falls &= here <= before + LOSS_ALLOWED;
            before = here;
        }
        return before > first ? rises : before < first && falls;
    }

    private double luma(int index) throws ImageDataException {
        return 0.299 * colour(0, index) + 0.587 * colour(1, index) + 0.114 * colour(2, index);
    }

    private long colour(int channel, int index) throws ImageDataException {
        return scale * field.number((long) channel * colours + index);
    }

    /** The picture in its colours, 8 bits each. */
    ImagePage paint(ImagePlane indices) throws ImageDataException {
        int length = indices.samples().length();
        List<ImagePlane> planes = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            byte[] table = new byte[colours];
            for (int i = 0; i < colours; i++) {
                table[i] = (byte) (colour(channel, i) >> 8);
            }
            byte[] painted = new byte[length];
            for (int i = 0; i < length; i++) {
                painted[i] = table[(int) indices.samples().at(i)];
            }
            planes.add(new ImagePlane(indices.width(), indices.height(), new Samples.Bytes(painted)));
        }
        return new ImagePage(planes, true);
    }
}
