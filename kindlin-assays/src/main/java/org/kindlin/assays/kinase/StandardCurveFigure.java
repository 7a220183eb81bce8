package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Style;

/** The ADP standard curves of all plates that have one. */
final class StandardCurveFigure {
    private static final int STEPS = 100;

    private StandardCurveFigure() {}

    static Optional<Figure> draw(KinaseResult result, boolean simulated, FigureNames names) {
        List<String> drawn = new ArrayList<>();
        Panel panel = Panel.of(
                Axis.linear("ADP", "% of ATP"),
                Axis.linear("signal", result.blocks().getFirst().block().read().unit())
                        .including(0.0));
        for (NormalizedBlock block : result.blocks()) {
            String plate = block.block().plate();
            if (block.calibration() instanceof StandardCurve curve && !drawn.contains(plate)) {
                Style style = Style.series(drawn.size());
                panel = panel.add(new Line(line(curve), style.dash(Dash.SOLID), plate))
                        .add(new Points(wells(block), style, plate));
                drawn.add(plate);
            }
        }
        Heading heading = Heading.of(names.free("standard-curve"), "ADP standard curve")
                .caption("Symbols: standard wells; line: the curve that turns signals into percent ADP.")
                .simulated(simulated);
        return drawn.isEmpty()
                ? Optional.empty()
                : Optional.of(Plot.of(heading, panel).size(560, 260).figure());
    }

    private static List<Point> line(StandardCurve curve) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double percent = curve.highestPercent() * i / STEPS;
            points.add(new Point(percent, curve.signal(percent)));
        }
        return points;
    }

    private static List<Point> wells(NormalizedBlock block) {
        return block.block().wells(WellRole.STANDARD).stream()
                .map(well -> new Point(well.amount().orElse(Double.NaN), well.signal()))
                .toList();
    }
}
