package org.kindlin.assays.image;

import java.util.OptionalDouble;

/**
 * What a file says about space and time.
 *
 * @param pixelSize width of a pixel in micrometres; empty where not stated
 * @param frameInterval seconds between frames; empty where not stated
 * @param channels number of channels that pages alternate between; 1 where not stated
 * @param slices number of focal planes; 1 where not stated
 * @param frames number of time points; 1 where not stated
 * @param order which of channels (C), slices (Z) and frames (T) pages count first: {@code CZT} for channels
 */
public record ImageScale(
        OptionalDouble pixelSize, OptionalDouble frameInterval, int channels, int slices, int frames, String order) {
    /** Pages count channels first, then slices, then frames. */
    public static final String CHANNELS_FIRST = "CZT";

    /** Nothing is stated. */
    public static final ImageScale NONE =
            new ImageScale(OptionalDouble.empty(), OptionalDouble.empty(), 1, 1, 1, CHANNELS_FIRST);

    public ImageScale {
        if (pixelSize.isPresent() && !isPositive(pixelSize.getAsDouble())) {
            pixelSize = OptionalDouble.empty();
        }
        if (frameInterval.isPresent() && !isPositive(frameInterval.getAsDouble())) {
            frameInterval = OptionalDouble.empty();
        }
        channels = Math.max(1, channels);
        slices = Math.max(1, slices);
        frames = Math.max(1, frames);
    }

    /** The page of a channel, slice and frame, each from 0. */
    public int page(int channel, int slice, int frame) {
        int page = 0;
        int step = 1;
        for (int i = 0; i < order.length(); i++) {
            char dimension = order.charAt(i);
            page += step * (dimension == 'C' ? channel : dimension == 'Z' ? slice : frame);
            step *= dimension == 'C' ? channels : dimension == 'Z' ? slices : frames;
        }
        return page;
    }

    private static boolean isPositive(double number) {
        return number > 0 && Double.isFinite(number);
    }
}
