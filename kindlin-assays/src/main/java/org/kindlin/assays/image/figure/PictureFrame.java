package org.kindlin.assays.image.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.PngWriter;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Raster;

/**
 * A picture as a panel to draw on: brightness stretched between its darkest and brightest tenth of a percent, made smaller
 * where it is large. Places are given in pixels from the top left, as the picture counts them.
 *
 * @param label what the panel shows
 */
public record PictureFrame(ImagePlane plane, String label) {
    private static final int MOST_ACROSS = 900;
    private static final double TAIL = 0.001;
    private static final int SAMPLE = 200_000;
    private static final double PANEL_WIDTH = 760;

    /** A place in the picture as a point of the panel. */
    public Point at(double x, double y) {
        return new Point(x, plane.height() - y);
    }

    /** The panel, with what is drawn on the picture; room is left below one less tall for its width than others are. */
    private Panel panel(List<Layer> marks, double tallest) {
        return Panel.of(
                        Axis.linear("column", "px").limits(0, plane.width()),
                        Axis.linear("rows above the lower edge", "px")
                                .limits(plane.height() - tallest * plane.width(), plane.height()))
                .title(label)
                .add(raster())
                .addAll(marks);
    }

    /** A figure of pictures side by side, in so many columns, pixels as wide as tall. */
    public static Figure figure(Heading heading, List<PictureFrame> frames, List<List<Layer>> marks, int columns) {
        double tallest = frames.stream()
                .mapToDouble(
                        frame -> frame.plane().height() / (double) frame.plane().width())
                .max()
                .orElse(1);
        List<Panel> panels = IntStream.range(0, frames.size())
                .mapToObj(i -> frames.get(i).panel(marks.get(i), tallest))
                .toList();
        return Plot.of(heading, panels)
                .grid(Grid.columns(columns))
                .labels(Plot.Labels.LEGEND)
                .size(PANEL_WIDTH, Math.max(80, PANEL_WIDTH * tallest / columns))
                .equalScales()
                .figure();
    }

    private Raster raster() {
        int factor = Math.max(1, (plane.width() + MOST_ACROSS - 1) / MOST_ACROSS);
        int width = Math.max(1, plane.width() / factor);
        int height = Math.max(1, plane.height() / factor);
        double[] range = range();
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = mean(x * factor, y * factor, factor);
                grey[y * width + x] = (byte) Math.clamp(
                        Math.round(255 * (value - range[0]) / Math.max(1e-12, range[1] - range[0])), 0, 255);
            }
        }
        byte[] png = PngWriter.grey(width, height, grey, "");
        return Raster.png(new Point(0, 0), new Point(plane.width(), plane.height()), png);
    }

    private double mean(int left, int top, int side) {
        double sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += plane.at(x, y);
            }
        }
        return sum / ((double) side * side);
    }

    private double[] range() {
        int length = plane.samples().length();
        int step = Math.max(1, length / SAMPLE);
        float[] some = new float[(length + step - 1) / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = plane.samples().at(i * step);
        }
        Arrays.sort(some);
        int tail = (int) (TAIL * some.length);
        return new double[] {some[tail], some[some.length - 1 - tail]};
    }
}
