package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kindlin.assays.image.figure.PictureFrame;
import org.kindlin.assays.result.Estimate;
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

/** The cells that were counted, on the fields, and the conditions. */
final class TranswellFigures {
    private static final int MOST_FIELDS = 12;
    private static final int COLUMNS = 3;

    private TranswellFigures() {}

    static List<Figure> of(TranswellResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        if (!result.fields().isEmpty()) {
            figures.add(overlay(result, simulated));
        }
        figures.add(conditions(result, simulated));
        return figures;
    }

    private static Figure overlay(TranswellResult result, boolean simulated) {
        List<CountedField> shown =
                result.fields().subList(0, Math.min(MOST_FIELDS, result.fields().size()));
        Heading heading = Heading.of("overlay", "Cells that were counted")
                .caption("Every mark is one cell; in brackets: cells more that only the area of their clump tells."
                        + (shown.size() < result.fields().size()
                                ? " The first " + shown.size() + " of "
                                        + result.fields().size() + " fields."
                                : ""))
                .simulated(simulated);
        List<PictureFrame> frames = new ArrayList<>();
        List<List<Layer>> marks = new ArrayList<>();
        for (CountedField field : shown) {
            PictureFrame frame = new PictureFrame(
                    field.field().plane(),
                    field.field().name() + ": " + field.cells().number()
                            + (field.cells().hidden() == 0
                                    ? ""
                                    : " (" + field.cells().hidden() + ")"));
            List<Point> points = field.cells().tops().stream()
                    .map(top -> frame.at(top.x() + 0.5, top.y() + 0.5))
                    .toList();
            frames.add(frame);
            marks.add(List.of(new Points(points, Style.of(Palette.ORANGE).markerSize(4))));
        }
        return PictureFrame.figure(heading, frames, marks, Math.min(COLUMNS, frames.size()));
    }

    private static Figure conditions(TranswellResult result, boolean simulated) {
        List<Point> single = new ArrayList<>();
        List<Interval> means = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Condition condition : result.conditions()) {
            int at = names.size();
            names.add(String.join(", ", condition.subject().values()));
            for (double mean : condition.means()) {
                single.add(new Point(at, mean));
            }
            Estimate mean = TranswellSubjects.mean(result, condition);
            means.add(new Interval(
                    at,
                    condition.mean(),
                    Objects.requireNonNullElse(mean.low(), condition.mean()),
                    Objects.requireNonNullElse(mean.high(), condition.mean())));
        }
        Heading heading = Heading.of(
                        "conditions", result.measured().isAbsorbance() ? "Absorbance of inserts" : "Cells of inserts")
                .caption("Open: inserts; closed: mean with its "
                        + Math.round(100 * result.protocol().level()) + " % interval over inserts.")
                .simulated(simulated);
        Panel panel = Panel.of(
                        Axis.categories("", names),
                        Axis.linear(result.measured().isAbsorbance() ? "absorbance" : "cells per field", "")
                                .including(0.0))
                .add(new Points(single, Style.series(0).faint()))
                .add(new Means(means, Style.series(0)));
        return Plot.of(heading, panel)
                .size(Math.max(480, 70.0 * names.size() + 120), 280)
                .figure();
    }
}
