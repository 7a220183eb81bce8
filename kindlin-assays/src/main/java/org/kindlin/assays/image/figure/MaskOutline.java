package org.kindlin.assays.image.figure;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Point;
import org.kindlin.figures.Style;
import org.kindlin.numerics.image.BitMask;

/** The edge of a mask as lines on a picture, drawn on a grid coarse enough for the figure to stay small. */
public final class MaskOutline {
    private static final int FINEST = 220;

    private MaskOutline() {}

    /** Strokes between neighbouring squares of which one is inside and one is not, those in one line joined. */
    public static List<Layer> of(BitMask mask, PictureFrame picture, Style style) {
        int step = Math.max(1, Math.max(mask.width(), mask.height()) / FINEST);
        int across = mask.width() / step;
        int down = mask.height() / step;
        List<Point> strokes = new ArrayList<>();
        for (int x = 1; x < across; x++) {
            int from = -1;
            for (int y = 0; y <= down; y++) {
                boolean isEdge = y < down && at(mask, x - 1, y, step) != at(mask, x, y, step);
                if (!isEdge && from >= 0) {
                    stroke(
                            strokes,
                            picture,
                            (double) x * step,
                            (double) from * step,
                            (double) x * step,
                            (double) y * step);
                }
                from = !isEdge ? -1 : from < 0 ? y : from;
            }
        }
        for (int y = 1; y < down; y++) {
            int from = -1;
            for (int x = 0; x <= across; x++) {
                boolean isEdge = x < across && at(mask, x, y - 1, step) != at(mask, x, y, step);
                if (!isEdge && from >= 0) {
                    stroke(
                            strokes,
                            picture,
                            (double) from * step,
                            (double) y * step,
                            (double) x * step,
                            (double) y * step);
                }
                from = !isEdge ? -1 : from < 0 ? x : from;
            }
        }
        return strokes.isEmpty() ? List.of() : List.of(new Line(strokes, style));
    }

    private static boolean at(BitMask mask, int x, int y, int step) {
        return mask.at(x * step + step / 2, y * step + step / 2);
    }

    /** A point that is no number parts one stroke from the next. */
    private static void stroke(List<Point> strokes, PictureFrame picture, double x1, double y1, double x2, double y2) {
        strokes.add(picture.at(x1, y1));
        strokes.add(picture.at(x2, y2));
        strokes.add(new Point(Double.NaN, Double.NaN));
    }
}
