package org.kindlin.app;

import java.util.List;
import java.util.Locale;
import org.kindlin.mechanism.inference.PredictionBand;
import org.kindlin.mechanism.inference.PredictionCurve;
import org.kindlin.mechanism.inference.PredictionInterval;

/** Prediction intervals as a table. */
final class PredictionText {
    private PredictionText() {}

    /** Comma-separated values at full precision; an end that a bound of the parameters set is marked. */
    static String csv(List<PredictionBand> bands) {
        StringBuilder out = new StringBuilder(
                "condition,preequilibration,observable,time,best,low,high,lowSetBy,highSetBy,noise\n");
        for (PredictionBand band : bands) {
            PredictionCurve curve = band.curve();
            for (int i = 0; i < curve.times().length; i++) {
                PredictionInterval each = band.intervals().get(i);
                out.append(String.join(
                                ",",
                                curve.condition(),
                                curve.preequilibration().orElse(""),
                                curve.observable(),
                                number(curve.times()[i]),
                                number(each.best()),
                                number(each.low()),
                                number(each.high()),
                                setBy(each.openLow()),
                                setBy(each.openHigh()),
                                number(each.noise())))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String setBy(boolean open) {
        return open ? "bounds" : "data";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.isInfinite(value) ? "inf" : Double.toString(value);
    }

    /** Aligned columns; an end that a bound of the parameters set is marked with an asterisk. */
    static String table(List<PredictionBand> bands) {
        StringBuilder out =
                new StringBuilder("\n95 % prediction intervals of the observables (* set by a bound of a parameter)\n");
        for (PredictionBand band : bands) {
            PredictionCurve curve = band.curve();
            out.append(curve.observable())
                    .append(", ")
                    .append(curve.condition())
                    .append('\n');
            out.append(String.format(Locale.ROOT, "%12s %12s %13s %13s%n", "time", "best", "low", "high"));
            for (int i = 0; i < curve.times().length; i++) {
                PredictionInterval each = band.intervals().get(i);
                out.append(String.format(
                        Locale.ROOT,
                        "%12.5g %12.5g %13s %13s%n",
                        curve.times()[i],
                        each.best(),
                        end(each.low(), each.openLow()),
                        end(each.high(), each.openHigh())));
            }
        }
        return out.toString();
    }

    private static String end(double value, boolean open) {
        return Double.isNaN(value) ? "none " : String.format(Locale.ROOT, "%.5g%s", value, open ? "*" : " ");
    }
}
