package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Relation;
import org.kindlin.figures.Band;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Marker;
import org.kindlin.figures.Means;
import org.kindlin.figures.Note;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Span;
import org.kindlin.figures.Style;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * One analysed curve as layers of a panel with a logarithmic dose axis: confidence band, fitted curve, observations,
 * means, and the mid-point with its interval. The curve is drawn over the tested doses only.
 */
public final class CurveLayers {
    private static final int STEPS = 120;

    private final CurveResult curve;
    private final Style style;
    private final String key;
    private final List<Layer> layers = new ArrayList<>();

    private CurveLayers(CurveResult curve, Style style, String key) {
        this.curve = curve;
        this.style = style;
        this.key = key;
    }

    /** All layers, back to front, under a key of the legend (empty for none). */
    public static List<Layer> of(CurveResult curve, Style style, String key) {
        return layers(curve, style, key, true);
    }

    /** The layers of a small panel among many: means stand for the single observations. */
    static List<Layer> small(CurveResult curve, Style style) {
        return layers(curve, style, "", false);
    }

    private static List<Layer> layers(CurveResult curve, Style style, String key, boolean singleObservations) {
        CurveLayers built = new CurveLayers(curve, style, key);
        if (curve.isFlat()) {
            built.horizontal();
        } else {
            curve.fitted().ifPresent(built::fit);
        }
        built.observations(singleObservations);
        curve.fitted().ifPresent(built::midpoint);
        return List.copyOf(built.layers);
    }

    /** The residuals of single observations about the curve; nothing where there is no curve. */
    public static List<Layer> residuals(CurveResult curve, Style style) {
        return curve.fitted()
                .map(fitted -> List.<Layer>of(
                        Rule.horizontal(0, ""),
                        new Points(
                                curve.data().observations().stream()
                                        .map(o -> new Point(
                                                dose(o.logDose()),
                                                o.response() - fitted.curve().value(o.logDose())))
                                        .toList(),
                                style.markerSize(4.5))))
                .orElse(List.of());
    }

    /** A flat response gets the line that describes it, never a curve the data do not call for. */
    private void horizontal() {
        curve.data().range().ifPresent(range -> {
            double mean = curve.meanResponse();
            layers.add(new Line(
                    List.of(new Point(dose(range.lowest()), mean), new Point(dose(range.highest()), mean)),
                    style.dash(Dash.DASHED),
                    key));
        });
    }

    private void fit(FittedCurve fitted) {
        List<Point> line = new ArrayList<>();
        List<Span> band = new ArrayList<>();
        if (curve.data().zeroDoseMean().isPresent()) {
            add(fitted, Double.NEGATIVE_INFINITY, line, band);
        }
        for (int i = 0; i <= STEPS; i++) {
            add(fitted, fitted.range().lowest() + i * fitted.range().decades() / STEPS, line, band);
        }
        if (!band.isEmpty()) {
            layers.add(new Band(band, style, key));
        }
        layers.add(new Line(line, style, key));
    }

    private static void add(FittedCurve fitted, double logDose, List<Point> line, List<Span> band) {
        double value = fitted.curve().value(logDose);
        line.add(new Point(dose(logDose), value));
        OptionalDouble half = fitted.fit().degreesOfFreedom() > 0
                ? fitted.fit()
                        .predict(logDose)
                        .halfWidth(fitted.protocol().inference().level())
                : OptionalDouble.empty();
        if (half.isPresent() && Double.isFinite(half.getAsDouble())) {
            band.add(new Span(dose(logDose), value - half.getAsDouble(), value + half.getAsDouble()));
        }
    }

    private void observations(boolean singleObservations) {
        layers.addAll(observations(curve.data(), style, key, singleObservations));
    }

    /** Single observations, faint, and means with their standard deviation. */
    static List<Layer> observations(CurveData data, Style style, String key, boolean singleObservations) {
        List<Layer> layers = new ArrayList<>();
        List<Point> single = new ArrayList<>();
        List<Interval> means = new ArrayList<>();
        for (double logDose : data.logDoses()) {
            double[] responses = data.responsesAt(logDose);
            for (double response : responses) {
                single.add(new Point(dose(logDose), response));
            }
            double mean = Descriptive.mean(responses);
            means.add(
                    responses.length > 1
                            ? Interval.around(dose(logDose), mean, Descriptive.standardDeviation(responses))
                            : new Interval(dose(logDose), mean, Double.NaN, Double.NaN));
        }
        if (singleObservations && single.size() > means.size()) {
            layers.add(new Points(single, style.faint(), key));
        }
        layers.add(new Means(means, style, key));
        return layers;
    }

    private void midpoint(FittedCurve fitted) {
        switch (curve.midpoint()) {
            case MidpointVerdict.Determined determined -> determined(fitted, determined);
            case MidpointVerdict.Censored censored -> censored(fitted, censored);
            case MidpointVerdict.Undetermined _ -> {}
        }
    }

    private void determined(FittedCurve fitted, MidpointVerdict.Determined midpoint) {
        SigmoidCurve sigmoid = fitted.curve();
        double middle = sigmoid.value(midpoint.logIc50());
        double low = midpoint.limits().low().orElse(fitted.range().lowest());
        double high = midpoint.limits().high().orElse(fitted.range().highest());
        Style bar = style.lineWidth(3.2).opacity(0.55);
        layers.add(new Line(List.of(new Point(dose(low), middle), new Point(dose(high), middle)), bar));
        if (midpoint.limits().isOpenBelow()) {
            layers.add(arrow(low, middle, Marker.ARROW_LEFT));
        }
        if (midpoint.limits().isOpenAbove()) {
            layers.add(arrow(high, middle, Marker.ARROW_RIGHT));
        }
        layers.add(new Points(
                List.of(new Point(dose(midpoint.logIc50()), middle)),
                style.marker(Marker.DIAMOND).markerSize(8).open().lineWidth(1.4).dash(Dash.SOLID)));
    }

    private void censored(FittedCurve fitted, MidpointVerdict.Censored midpoint) {
        double at = fitted.curve().value(midpoint.logDose());
        boolean above = midpoint.relation() == Relation.ABOVE;
        layers.add(arrow(midpoint.logDose(), at, above ? Marker.ARROW_RIGHT : Marker.ARROW_LEFT));
        String text = "IC₅₀ " + midpoint.relation().symbol() + " "
                + Text.dose(midpoint.logDose(), curve.protocol().units());
        layers.add(new Note(
                new Point(dose(midpoint.logDose()), at),
                (above ? text + "  " : "  " + text),
                above ? Note.Anchor.END : Note.Anchor.START,
                style.colour().legible()));
    }

    private Layer arrow(double logDose, double response, Marker marker) {
        return new Points(
                List.of(new Point(dose(logDose), response)),
                style.marker(marker).markerSize(11).lineWidth(2));
    }

    private static double dose(double logDose) {
        return logDose == Double.NEGATIVE_INFINITY ? 0 : StrictMath.pow(10, logDose);
    }
}
