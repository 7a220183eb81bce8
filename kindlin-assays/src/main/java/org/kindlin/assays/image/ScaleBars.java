package org.kindlin.assays.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Components;

/**
 * Scale bars that a program has drawn into a picture, and the text beside them: long rectangles at one end of the picture's values, sharply
 * cut, as optics draw nothing; and what else is at that end and as sharp within a bar's length.
 */
public final class ScaleBars {
    private static final double END = 0.03; // of the range: a lossy file keeps a bar's value no better
    private static final int NEAR = 2; // pixels from an edge
    private static final int FAR = 6;
    private static final double SHARP = 0.2; // of the range
    private static final double AS_FAR = 0.8;
    private static final double MOSTLY = 0.6;
    private static final double FULL = 0.92;
    private static final int SMALLEST = 40;
    private static final int THINNEST = 2;
    private static final double LONG = 4; // times as long as thick
    private static final double LONGEST = 0.6; // of the picture

    private final ImagePlane plane;
    private final ValueRange range;

    private ScaleBars(ImagePlane plane) {
        this.plane = plane;
        this.range = ValueRange.of(plane);
    }

    /** Columns and rows of a part, all of them included. */
    private record Box(int left, int top, int right, int bottom) {
        Box with(int x, int y) {
            return new Box(Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
        }

        int longSide() {
            return Math.max(right - left, bottom - top) + 1;
        }

        int shortSide() {
            return Math.min(right - left, bottom - top) + 1;
        }

        /** Whether another one lies within so many pixels of it. */
        boolean isNear(Box other, int pixels) {
            return other.left >= left - pixels
                    && other.right <= right + pixels
                    && other.top >= top - pixels
                    && other.bottom <= bottom + pixels;
        }
    }

    /** The pictures of a file, without them; told in the findings. */
    public static List<ImagePlane> removed(List<ImagePlane> planes, String file, List<Warning> findings) {
        List<ImagePlane> clean = new ArrayList<>();
        boolean isAny = false;
        for (ImagePlane plane : planes) {
            Optional<ImagePlane> without = removed(plane);
            isAny |= without.isPresent();
            clean.add(without.orElse(plane));
        }
        if (isAny) {
            findings.add(new Warning(
                    "scale-bar",
                    "a drawn scale bar and the text beside it were taken out of " + file
                            + " and filled from above and below"));
        }
        return clean;
    }

    /** The picture without them, filled from above and below; empty where there are none. */
    public static Optional<ImagePlane> removed(ImagePlane plane) {
        ScaleBars picture = new ScaleBars(plane);
        double end = END * picture.range.span();
        BitMask drawn = picture.drawn(value -> value >= picture.range.most() - end)
                .or(picture.drawn(value -> value <= picture.range.least() + end));
        return drawn.count() == 0 ? Optional.empty() : Optional.of(filled(plane, drawn.dilate(2)));
    }

    private BitMask drawn(DoublePredicate isAtEnd) {
        BitMask atEnd = BitMask.none(plane.width(), plane.height());
        int stride = atEnd.stride();
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                if (isAtEnd.test(plane.at(x, y))) {
                    atEnd.words()[y * stride + (x >> 6)] |= 1L << x;
                }
            }
        }
        if (atEnd.count() < SMALLEST) {
            return BitMask.none(plane.width(), plane.height());
        }
        Components parts = atEnd.parts(true);
        List<Box> boxes = boxes(parts);
        List<Box> bars = new ArrayList<>();
        for (int part = 1; part <= parts.count(); part++) {
            if (isBar(boxes.get(part), parts.size()[part]) && isSharp(part, parts, true)) {
                bars.add(boxes.get(part));
            }
        }
        return bars.isEmpty()
                ? BitMask.none(plane.width(), plane.height())
                : parts.where(part -> bars.stream().anyMatch(bar -> bar.isNear(boxes.get(part), bar.longSide()))
                        && isSharp(part, parts, false));
    }

    private boolean isBar(Box box, int pixels) {
        double full = pixels / ((double) box.longSide() * box.shortSide());
        return pixels >= SMALLEST
                && box.shortSide() >= THINNEST
                && box.longSide() >= LONG * box.shortSide()
                && box.longSide() <= LONGEST * Math.max(plane.width(), plane.height())
                && full >= FULL;
    }

    /** Whether two pixels from most of a part's own the picture is far from its end, and of a bar as far as further out. */
    private boolean isSharp(int part, Components parts, boolean isBar) {
        int[] edges = new int[2];
        int[] label = parts.label();
        int width = plane.width();
        parts.visit(part, (row, first, last) -> {
            for (int side = -1; side <= 1; side += 2) {
                int edge = side < 0 ? first : last;
                int near = edge + side * NEAR;
                int far = edge + side * FAR;
                if (Math.min(near, far) >= 0 && Math.max(near, far) < width && label[row * width + near] != part) {
                    double end = plane.at(edge, row);
                    double step = Math.abs(plane.at(near, row) - end);
                    edges[0]++;
                    edges[1] += step > SHARP * range.span()
                                    && !(isBar && step < AS_FAR * Math.abs(plane.at(far, row) - end))
                            ? 1
                            : 0;
                }
            }
        });
        return edges[1] > 0 && edges[1] >= MOSTLY * edges[0];
    }

    private static List<Box> boxes(Components parts) {
        List<Box> boxes = new ArrayList<>();
        for (int part = 0; part <= parts.count(); part++) {
            boxes.add(new Box(Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1));
        }
        for (int y = 0; y < parts.height(); y++) {
            for (int x = 0; x < parts.width(); x++) {
                int part = parts.label()[y * parts.width() + x];
                if (part > 0) {
                    boxes.set(part, boxes.get(part).with(x, y));
                }
            }
        }
        return boxes;
    }

    private static ImagePlane filled(ImagePlane plane, BitMask drawn) {
        float[] values = plane.values();
        for (int x = 0; x < plane.width(); x++) {
            for (int y = 0; y < plane.height(); y++) {
                if (!drawn.at(x, y)) {
                    continue;
                }
                int end = y;
                while (end < plane.height() && drawn.at(x, end)) {
                    end++;
                }
                fill(values, plane.width(), plane.height(), x, y, end);
                y = end;
            }
        }
        return ImagePlane.of(plane.width(), plane.height(), values);
    }

    /** A straight line from the pixel above to that below. */
    private static void fill(float[] values, int width, int height, int x, int from, int end) {
        float above = values[Math.max(0, from - 1) * width + x];
        float below = values[Math.min(height - 1, end) * width + x];
        float first = from == 0 ? below : above;
        float last = end == height ? above : below;
        for (int y = from; y < end; y++) {
            float part = (y - from + 1f) / (end - from + 1f);
            values[y * width + x] = first + part * (last - first);
        }
    }
}
