package org.kindlin.assays.image.figure;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.image.Mask;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Point;
import org.kindlin.figures.Style;

/** The edge of a mask as lines on a picture, drawn on a grid coarse enough for the figure to stay small. */
public final class MaskOutline {
    private static final int FINEST = 220;

    private MaskOutline() {}

    /** One line of strokes between neighbouring squares of which one is inside and one is not. */
    public static List<Layer> of(Mask mask, PictureFrame picture, Style style) {
        int step = Math.max(1, Math.max(mask.width(), mask.height()) / FINEST);
        int across = mask.width() / step;
        int down = mask.height() / step;
        List<Point> strokes = new ArrayList<>();
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                boolean here = at(mask, x, y, step);
                if (x + 1 < across && here != at(mask, x + 1, y, step)) {
                    stroke(strokes, picture, (x + 1.0) * step, (double) y * step, (x + 1.0) * step, (y + 1.0) * step);
                }
                if (y + 1 < down && here != at(mask, x, y + 1, step)) {
                    stroke(strokes, picture, (double) x * step, (y + 1.0) * step, (x + 1.0) * step, (y + 1.0) * step);
                }
            }
        }
        return strokes.isEmpty() ? List.of() : List.of(new Line(strokes, style));
    }

    private static boolean at(Mask mask, int x, int y, int step) {
        return mask.inside()[(y * step + step / 2) * mask.width() + x * step + step / 2];
    }

    /** A point that is no number parts one stroke from the next. */
    private static void stroke(List<Point> strokes, PictureFrame picture, double x1, double y1, double x2, double y2) {
        strokes.add(picture.at(x1, y1));
        strokes.add(picture.at(x2, y2));
        strokes.add(new Point(Double.NaN, Double.NaN));
    }
}
