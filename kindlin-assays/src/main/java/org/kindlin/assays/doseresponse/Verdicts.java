package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;

/** The answer in plain sentences. */
final class Verdicts {
    /** Past this many curves a sentence for each is no longer read; a count is. */
    private static final int MOST_SENTENCES = 24;

    private Verdicts() {}

    static List<String> of(List<CurveResult> curves) {
        if (curves.size() > MOST_SENTENCES) {
            return List.of(count(curves));
        }
        List<String> sentences = new ArrayList<>();
        curves.forEach(curve -> sentences.add(sentence(curve)));
        return sentences;
    }

    private static String sentence(CurveResult curve) {
        Units units = curve.protocol().units();
        String label = curve.data().label();
        return switch (curve.midpoint()) {
            case MidpointVerdict.Determined determined ->
                label + ": ic50 " + Text.dose(determined.logIc50(), units) + " ("
                        + Text.percent(curve.protocol().inference().level()) + " interval "
                        + interval(determined.limits(), units) + ")";
            case MidpointVerdict.Censored censored ->
                label + ": ic50 " + censored.relation().symbol() + " " + Text.dose(censored.logDose(), units) + " ("
                        + censored.reason().code() + ")";
            case MidpointVerdict.Undetermined undetermined ->
                label + ": ic50 not estimable (" + undetermined.reason().code() + ")";
        };
    }

    static String interval(Limits limits, Units units) {
        String low = limits.low().isPresent()
                ? Text.number(StrictMath.pow(10, limits.low().getAsDouble()))
                : "open";
        String high = limits.high().isPresent() ? Text.dose(limits.high().getAsDouble(), units) : "open";
        return low + " to " + high;
    }

    private static String count(List<CurveResult> curves) {
        int determined = 0;
        int censored = 0;
        for (CurveResult curve : curves) {
            switch (curve.midpoint()) {
                case MidpointVerdict.Determined _ -> determined++;
                case MidpointVerdict.Censored _ -> censored++;
                case MidpointVerdict.Undetermined _ -> {}
            }
        }
        return curves.size() + " curves: ic50 determined for " + determined + ", censored for " + censored
                + ", not estimable for " + (curves.size() - determined - censored);
    }
}
