package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Means;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Style;

/** The levels of a plate without doses, in the order of the plate: wells and mean with standard deviation. */
public final class LevelFigure {
    private static final double SPREAD = 0.5;

    private LevelFigure() {}

    /** One figure for every plate that has levels. */
    public static List<Figure> draw(List<LevelSummary> all, ResponseScale scale, boolean simulated, FigureNames names) {
        Map<String, List<LevelSummary>> plates = all.stream()
                .collect(Collectors.groupingBy(LevelSummary::plate, LinkedHashMap::new, Collectors.toList()));
        List<Figure> figures = new ArrayList<>();
        plates.forEach(
                (plate, levels) -> figures.add(draw(levels, scale, simulated, names.free("levels-" + plate), plate)));
        return figures;
    }

    private static Figure draw(
            List<LevelSummary> levels, ResponseScale scale, boolean simulated, String name, String plate) {
        List<Point> wells = new ArrayList<>();
        List<Interval> means = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            double[] responses = levels.get(i).responses();
            for (int k = 0; k < responses.length; k++) {
                double aside = responses.length == 1 ? 0 : SPREAD * (k / (responses.length - 1.0) - 0.5);
                wells.add(new Point(i + aside, responses[k]));
            }
            means.add(Interval.around(
                    i, levels.get(i).mean(), levels.get(i).standardDeviation().orElse(0)));
        }
        Axis response = Axis.linear(scale.name(), scale.unit()).including(0.0);
        Panel panel = Panel.of(
                        Axis.categories(
                                "", levels.stream().map(LevelSummary::label).toList()),
                        response)
                .add(new Points(wells, Style.of(Palette.BLUE).faint()))
                .add(new Means(means, Style.of(Palette.BLACK)));
        Heading heading = Heading.of(name, plate + ": levels without doses")
                .caption(
                        "Open symbols: single wells, in the order of the plate; closed: mean ± SD. The plate map states no"
                                + " concentrations, so no curve is fitted and no IC₅₀ given.")
                .simulated(simulated);
        return Plot.of(heading, panel).size(680, 280).figure();
    }
}
