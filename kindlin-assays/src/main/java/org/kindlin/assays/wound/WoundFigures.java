package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.image.Mask;
import org.kindlin.assays.image.figure.MaskOutline;
import org.kindlin.assays.image.figure.PictureFrame;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Means;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Style;

/** The open area drawn on the frames, and its course. */
final class WoundFigures {
    private static final int MOST_FRAMES = 12;
    private static final int COLUMNS = 3;

    private WoundFigures() {}

    static List<Figure> of(WoundResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        figures.add(overlay(result, simulated));
        if (result.frames().stream().filter(MeasuredFrame::isMeasured).count() > 1) {
            figures.add(course(result, simulated));
        }
        return figures;
    }

    private static Figure overlay(WoundResult result, boolean simulated) {
        List<MeasuredFrame> shown = shown(result.frames());
        Heading heading = Heading.of("overlay", "Open area")
                .caption(
                        "Orange: edge of the open area as measured. Blue: region that was looked at. A frame without orange"
                                + " was not judged.")
                .simulated(simulated);
        List<PictureFrame> frames = new ArrayList<>();
        List<List<Layer>> marks = new ArrayList<>();
        for (MeasuredFrame frame : shown) {
            PictureFrame picture = new PictureFrame(frame.frame().plane(), label(frame));
            List<Layer> layers = new ArrayList<>();
            result.region()
                    .ifPresent(region -> layers.addAll(
                            outline(picture, region, Style.of(Palette.SKY).lineWidth(0.8))));
            frame.open()
                    .ifPresent(open -> layers.addAll(
                            outline(picture, open, Style.of(Palette.ORANGE).lineWidth(1.1))));
            frames.add(picture);
            marks.add(layers);
        }
        return PictureFrame.figure(heading, frames, marks, Math.min(COLUMNS, frames.size()));
    }

    private static String label(MeasuredFrame frame) {
        String name = frame.frame().name();
        String last = name.length() > 34 ? "..." + name.substring(name.length() - 31) : name;
        return frame.isMeasured() ? last : last + " (not judged)";
    }

    /** Of many frames, evenly spaced ones with the first and the last. */
    private static List<MeasuredFrame> shown(List<MeasuredFrame> frames) {
        if (frames.size() <= MOST_FRAMES) {
            return frames;
        }
        List<MeasuredFrame> shown = new ArrayList<>();
        for (int i = 0; i < MOST_FRAMES; i++) {
            shown.add(frames.get((int) Math.rint(i * (frames.size() - 1) / (MOST_FRAMES - 1.0))));
        }
        return shown;
    }

    private static List<Layer> outline(PictureFrame picture, Mask mask, Style style) {
        return MaskOutline.of(mask, picture, style);
    }

    private static Figure course(WoundResult result, boolean simulated) {
        boolean isTimed =
                result.frames().stream().allMatch(frame -> frame.frame().hours().isPresent());
        List<Interval> means = new ArrayList<>();
        double first = result.first().orElseThrow().pixels();
        for (int i = 0; i < result.frames().size(); i++) {
            MeasuredFrame frame = result.frames().get(i);
            if (frame.isMeasured() && first > 0) {
                double x = isTimed ? frame.frame().hours().getAsDouble() : i + 1;
                means.add(new Interval(
                        x, 100 * frame.pixels() / first, 100 * frame.least() / first, 100 * frame.most() / first));
            }
        }
        Heading heading = Heading.of("closure", "Open area over time")
                .caption(
                        "In percent of the first frame; bars: thresholds moved by a tenth of the way between smooth and rough.")
                .simulated(simulated);
        Panel panel = Panel.of(
                        isTimed ? Axis.linear("time", "h") : Axis.linear("frame", ""),
                        Axis.linear("open area", "% of the first frame").including(0.0))
                .add(new Means(means, Style.series(0)));
        return Plot.of(heading, panel).figure();
    }
}
