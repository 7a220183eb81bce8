package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.kindlin.assays.result.Estimate;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Style;
import org.kindlin.numerics.curve.ParallelFit;

/** Draws each comparison, separate curves against parallel ones, and all relative potencies side by side. */
final class PotencyFigures {
    private static final int STEPS = 160;
    private static final int MOST_COMPARISONS = 12;

    private PotencyFigures() {}

    static List<Figure> of(List<RelativePotency.Comparison> comparisons, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        if (comparisons.isEmpty()) {
            return figures;
        }
        figures.add(forest(comparisons, simulated));
        for (int i = 0; i < Math.min(MOST_COMPARISONS, comparisons.size()); i++) {
            figures.add(parallelism(comparisons.get(i), i, simulated));
        }
        return figures;
    }

    private static Figure forest(List<RelativePotency.Comparison> comparisons, boolean simulated) {
        List<Forest.Row> rows = comparisons.stream().map(PotencyFigures::row).toList();
        double level = comparisons.getFirst().reference().protocol().inference().level();
        Heading heading = Heading.of("relative-potency", "Relative potency")
                .subtitle("against " + comparisons.getFirst().reference().data().label())
                .caption("Bars: " + Text.percent(level)
                        + " profile-likelihood intervals of the parallel fit. Withheld where curves are not parallel by the"
                        + " rule in force.")
                .simulated(simulated);
        return Forest.of(heading, Axis.log("relative potency", ""), rows)
                .reference(1, "")
                .column("potency (interval)")
                .figure();
    }

    private static Forest.Row row(RelativePotency.Comparison comparison) {
        String label = comparison.test().data().label();
        Estimate potency = comparison.result().estimate("relativePotency").orElseThrow();
        Double value = potency.value();
        if (value == null) {
            return Forest.Row.undetermined(label, "withheld: parallelism");
        }
        Double low = potency.low();
        Double high = potency.high();
        double from = low == null ? Double.NEGATIVE_INFINITY : low;
        double to = high == null ? Double.POSITIVE_INFINITY : high;
        String text = String.format(
                Locale.ROOT,
                "%s (%s to %s)",
                Text.number(value),
                low == null ? "open" : Text.number(low),
                high == null ? "open" : Text.number(high));
        return Forest.Row.of(label, value, low == null ? 0 : from, to, text);
    }

    private static Figure parallelism(RelativePotency.Comparison comparison, int index, boolean simulated) {
        FamilyCurve reference = comparison.reference();
        FamilyCurve test = comparison.test();
        Heading heading = Heading.of(
                        String.format(
                                Locale.ROOT,
                                "parallelism-%02d-%s",
                                index + 1,
                                test.data().label().replaceAll("[^A-Za-z0-9._-]+", "-")),
                        test.data().label() + " against " + reference.data().label())
                .subtitle(comparison.isParallel() ? "parallel" : "parallelism not given")
                .caption("Solid: one curve for both, shifted along the dose; dashed: each preparation fitted alone."
                        + " Open symbols: single observations; closed: mean ± SD.")
                .simulated(simulated);
        Panel panel = Panel.of(
                        DoseResponseFigures.doseAxis(wider(reference, test), reference.protocol()),
                        Axis.linear("response", reference.protocol().units().response()))
                .addAll(layers(reference, comparison, false, Style.series(0)))
                .addAll(layers(test, comparison, true, Style.series(1).dash(Dash.SOLID)));
        return Plot.of(heading, panel).labels(Plot.Labels.LEGEND).figure();
    }

    /** The curve whose zero dose decides whether the axis has a place for it. */
    private static CurveData wider(FamilyCurve reference, FamilyCurve test) {
        return reference.data().zeroDoseMean().isPresent() ? reference.data() : test.data();
    }

    private static List<Layer> layers(
            FamilyCurve curve, RelativePotency.Comparison comparison, boolean isTest, Style style) {
        List<Layer> layers = new ArrayList<>();
        comparison
                .parallel()
                .ifPresent(parallel -> layers.add(new Line(
                        points(curve, logDose -> joint(parallel, logDose, isTest)),
                        style,
                        curve.data().label())));
        layers.add(new Line(points(curve, curve::value), style.dash(Dash.DASHED).lineWidth(1.1), ""));
        layers.addAll(CurveLayers.observations(curve.data(), style, "", true));
        return layers;
    }

    private static double joint(ParallelFit parallel, double logDose, boolean isTest) {
        return parallel.response(logDose, isTest);
    }

    private static List<Point> points(FamilyCurve curve, DoubleUnaryOperator response) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double logDose = curve.range().lowest() + i * curve.range().decades() / STEPS;
            points.add(new Point(StrictMath.pow(10, logDose), response.applyAsDouble(logDose)));
        }
        return points;
    }
}
