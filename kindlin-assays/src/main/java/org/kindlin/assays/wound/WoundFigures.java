package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.doseresponse.DoseResponseFigures;
import org.kindlin.assays.image.figure.MaskOutline;
import org.kindlin.assays.image.figure.PictureFrame;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Means;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Style;
import org.kindlin.numerics.image.BitMask;

/** The open area drawn on the frames; velocities over treatments; courses are {@link ClosureFigure}. */
final class WoundFigures {
    private static final int MOST_FRAMES = 12;
    private static final int FRAMES_OF_SEVERAL = 3;
    private static final int COLUMNS = 3;
    private static final int MOST_WOUNDS = 16;

    private final WoundResult result;
    private final boolean simulated;

    private WoundFigures(WoundResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
    }

    static List<Figure> of(WoundResult result, boolean simulated) {
        return new WoundFigures(result, simulated).all();
    }

    private List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        if (!result.velocities().curves().isEmpty()) {
            figures.addAll(DoseResponseFigures.of(result.velocities().curves(), simulated));
        } else if (result.velocities().groups().size() > 1) {
            figures.add(velocities());
        }
        ClosureFigure.of(result, simulated).ifPresent(figures::add);
        if (result.wounds().size() == 1) {
            MeasuredWound only = result.wounds().getFirst();
            figures.add(overlay("overlay", List.of(only), MOST_FRAMES));
        } else {
            int shown = Math.min(MOST_WOUNDS, result.wounds().size());
            for (int i = 0; i < shown; i += MOST_FRAMES / FRAMES_OF_SEVERAL) {
                List<MeasuredWound> some =
                        result.wounds().subList(i, Math.min(shown, i + MOST_FRAMES / FRAMES_OF_SEVERAL));
                figures.add(overlay("overlay-" + (1 + i * FRAMES_OF_SEVERAL / MOST_FRAMES), some, FRAMES_OF_SEVERAL));
            }
        }
        return figures;
    }

    private Figure overlay(String name, List<MeasuredWound> wounds, int most) {
        String left = result.wounds().size() > MOST_WOUNDS
                ? " The first " + MOST_WOUNDS + " of " + result.wounds().size() + " wounds; all masks are attached."
                : "";
        Heading heading = Heading.of(name, "Open area")
                .caption(
                        "Orange: edge of the open area as measured. Blue: region that was looked at. A frame without orange"
                                + " is closed or, where its title says so, was not judged." + left)
                .simulated(simulated);
        List<PictureFrame> frames = new ArrayList<>();
        List<List<Layer>> marks = new ArrayList<>();
        for (MeasuredWound wound : wounds) {
            for (MeasuredFrame frame : shown(wound.frames(), most)) {
                PictureFrame picture = new PictureFrame(frame.frame().plane(), label(wound, frame));
                List<Layer> layers = new ArrayList<>();
                wound.region()
                        .ifPresent(region -> layers.addAll(
                                outline(picture, region, Style.of(Palette.SKY).lineWidth(0.8))));
                frame.open()
                        .ifPresent(open -> layers.addAll(
                                outline(picture, open, Style.of(Palette.ORANGE).lineWidth(1.1))));
                frames.add(picture);
                marks.add(layers);
            }
        }
        return PictureFrame.figure(heading, frames, marks, Math.min(COLUMNS, frames.size()));
    }

    private String label(MeasuredWound wound, MeasuredFrame frame) {
        String name = frame.frame().name();
        String last = name.length() > 34 ? "..." + name.substring(name.length() - 31) : name;
        String full = wound.wound().name().isEmpty()
                ? last
                : wound.wound().name()
                        + (frame.frame().hours().isPresent()
                                ? ", " + hours(frame.frame().hours().getAsDouble())
                                : ", " + last);
        return frame.isMeasured() ? full : full + " (not judged)";
    }

    private static String hours(double hours) {
        return Prose.number(hours) + " h";
    }

    /** Of many frames, evenly spaced ones with the first and the last. */
    private static List<MeasuredFrame> shown(List<MeasuredFrame> frames, int most) {
        if (frames.size() <= most) {
            return frames;
        }
        List<MeasuredFrame> shown = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            shown.add(frames.get((int) Math.rint(i * (frames.size() - 1) / (most - 1.0))));
        }
        return shown;
    }

    private static List<Layer> outline(PictureFrame picture, BitMask mask, Style style) {
        return MaskOutline.of(mask, picture, style);
    }

    private Figure velocities() {
        List<Point> single = new ArrayList<>();
        List<Interval> means = new ArrayList<>();
        List<String> names = new ArrayList<>();
        double level = result.protocol().level();
        for (VelocityGroup group : result.velocities().groups()) {
            int at = names.size();
            names.add(String.join(
                    " ", group.treatment().subject(result.protocol().doseUnit()).values()));
            for (double velocity : group.velocities()) {
                single.add(new Point(at, velocity));
            }
            double half = group.halfWidth(level).orElse(0.0);
            means.add(new Interval(at, group.mean(), group.mean() - half, group.mean() + half));
        }
        Heading heading = Heading.of("velocities", "Velocity of edges")
                .caption("Open: wounds; closed: mean with its " + Math.round(100 * level) + " % interval over wounds.")
                .simulated(simulated);
        Panel panel = Panel.of(
                        Axis.categories("", names),
                        Axis.linear("edge velocity", "um/h").including(0.0))
                .add(new Points(single, Style.series(0).faint()))
                .add(new Means(means, Style.series(0)));
        return Plot.of(heading, panel)
                .size(Math.max(480, 70.0 * names.size() + 120), 280)
                .figure();
    }
}
