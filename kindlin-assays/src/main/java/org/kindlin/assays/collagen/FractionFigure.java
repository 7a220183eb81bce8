package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Bars;
import org.kindlin.figures.Colour;
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

/** Fractions stacked by treatment, with the interval of their total and the single cultures. */
final class FractionFigure {
    private static final double HALF_BAR = 0.3;

    private final CollagenResult result;
    private final List<TreatmentGroup> groups;
    private final List<String> treatments;
    private final double level;

    private FractionFigure(CollagenResult result, List<TreatmentGroup> groups) {
        this.result = result;
        this.groups = groups;
        this.treatments = groups.stream().map(TreatmentGroup::label).distinct().toList();
        this.level = result.protocol().curve().level();
    }

    static Optional<Figure> draw(CollagenResult result, boolean simulated, FigureNames names) {
        boolean amounts =
                result.groups().groups().stream().anyMatch(group -> group.name().equals(PerUnit.CULTURE.estimate()));
        String name = amounts ? PerUnit.CULTURE.estimate() : "meanConcentration";
        List<TreatmentGroup> groups = result.groups().groups().stream()
                .filter(group -> group.name().equals(name) && group.mean().isPresent())
                .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new FractionFigure(result, groups).figure(simulated, names, amounts));
    }

    private Figure figure(boolean simulated, FigureNames names, boolean amounts) {
        String unit = groups.getFirst().unit();
        String analyte = result.protocol().analyte();
        Axis y = Axis.linear(analyte, amounts ? unit + " per culture" : unit).including(0.0);
        Panel panel = Panel.of(Axis.categories("", treatments), y);
        double[] base = new double[treatments.size()];
        int series = 0;
        for (String fraction : fractions()) {
            List<Bars.Bar> bars = new ArrayList<>();
            for (TreatmentGroup group : of(fraction)) {
                int at = treatments.indexOf(group.label());
                double value = Math.max(0, group.mean().orElseThrow().value());
                bars.add(new Bars.Bar(at - HALF_BAR, at + HALF_BAR, base[at], base[at] + value));
                base[at] += value;
            }
            Style style = Style.of(Palette.series(series++)).opacity(0.55);
            panel = panel.add(new Bars(bars, style, fraction.isEmpty() ? analyte : fraction));
        }
        panel = panel.add(new Points(cultures(amounts), Style.of(Colour.TEXT).faint()))
                .add(new Means(intervals(), Style.of(Colour.TEXT)));
        Heading heading = Heading.of(names.free("fractions"), analyte + " by treatment")
                .caption(
                        "Bars: means over cultures, fractions on top of each other; point with interval: their total with its"
                                + " confidence interval; open symbols: single cultures.")
                .simulated(simulated);
        return Plot.of(heading, panel).labels(Plot.Labels.LEGEND).size(600, 280).figure();
    }

    private Set<String> fractions() {
        Set<String> fractions = new LinkedHashSet<>();
        groups.stream()
                .map(TreatmentGroup::fraction)
                .filter(fraction -> !fraction.equals(Culture.TOTAL))
                .sorted(Comparator.reverseOrder())
                .forEach(fractions::add);
        return fractions;
    }

    private List<TreatmentGroup> of(String fraction) {
        return groups.stream()
                .filter(group -> group.fraction().equals(fraction))
                .toList();
    }

    /** The widest sum there is. */
    private List<TreatmentGroup> totals() {
        List<TreatmentGroup> totals = of(Culture.TOTAL);
        return totals.isEmpty() && fractions().size() == 1 ? groups : totals;
    }

    private List<Interval> intervals() {
        return totals().stream()
                .map(group -> {
                    var mean = group.mean().orElseThrow();
                    return new Interval(
                            treatments.indexOf(group.label()), mean.value(), mean.lowFromZero(), mean.high());
                })
                .toList();
    }

    private List<Point> cultures(boolean amounts) {
        List<Point> points = new ArrayList<>();
        for (TreatmentGroup group : totals()) {
            result.cultures().stream()
                    .filter(culture -> culture.treatment().equals(group.treatment()))
                    .flatMap(culture -> (amounts
                                    ? culture.amount(group.fraction(), level)
                                    : Optional.ofNullable(
                                            culture.concentrations().get(group.fraction())))
                            .stream())
                    .flatMap(amount -> amount.known().stream())
                    .forEach(known -> points.add(new Point(treatments.indexOf(group.label()), known.value())));
        }
        return points;
    }
}
