package org.kindlin.assays.image;

import java.util.List;

/**
 * One picture of a file: a page of a TIFF, a whole PNG.
 *
 * @param channels all of one size: one of a grey picture, red, green and blue of a coloured one, or as many as there are
 * @param isColour whether the channels are red, green and blue
 */
public record ImagePage(List<ImagePlane> channels, boolean isColour) {
    /** Luma of ITU-R BT.601, the weights of every program that turns a colour picture grey. */
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    public ImagePage {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || !channels.stream().allMatch(channels.getFirst()::isAsLargeAs)) {
            throw new IllegalArgumentException("a picture has channels of one size");
        }
    }

    public static ImagePage grey(ImagePlane plane) {
        return new ImagePage(List.of(plane), false);
    }

    public int width() {
        return channels.getFirst().width();
    }

    public int height() {
        return channels.getFirst().height();
    }

    /** One plane of a coloured picture: the channel itself where all are alike, else the luma; the first of other pictures. */
    public ImagePlane greyPlane() {
        ImagePlane first = channels.getFirst();
        return !isColour || isGreyInColour() ? first : ImagePlane.of(first.width(), first.height(), luma());
    }

    /** Whether red, green and blue are the same everywhere: a grey picture stored in colour. */
    public boolean isGreyInColour() {
        if (!isColour) {
            return false;
        }
        Samples red = channels.get(0).samples();
        Samples green = channels.get(1).samples();
        Samples blue = channels.get(2).samples();
        for (int i = 0; i < red.length(); i++) {
            if (red.at(i) != green.at(i) || red.at(i) != blue.at(i)) {
                return false;
            }
        }
        return true;
    }

    private float[] luma() {
        float[] grey = new float[channels.getFirst().samples().length()];
        for (int c = 0; c < LUMA.length; c++) {
            Samples samples = channels.get(c).samples();
            for (int i = 0; i < grey.length; i++) {
                grey[i] += LUMA[c] * samples.at(i);
            }
        }
        return grey;
    }
}
