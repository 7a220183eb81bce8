package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Limits on doses of a model that the data chose, which know of the choice: on each side at least {@code sum w_i sqrt(h_i^2 +
 * t^2 (x_i - x)^2)} from the chosen model's dose x, with Akaike weights w, the models' own reaches h, and Student's t. With
 * {@code h = t se} that is t times the unconditional standard error of S. T. Buckland, K. P. Burnham and N. H. Augustin,
 * Biometrics 53:603-618 (1997), about the chosen model's dose in place of the average. Models that say nothing of a dose,
 * or too little weight, play no part.
 *
 * @param own Akaike weight of the chosen model
 */
record ModelChoice(double own, List<Rival> rivals, double quantile) {
    private static final double NEGLIGIBLE = 1e-3;

    ModelChoice {
        rivals = List.copyOf(rivals);
    }

    /** Another model of weight. */
    record Rival(double weight, EffectDoses doses) {}

    /** Where the model was given. */
    static ModelChoice none() {
        return new ModelChoice(1, List.of(), 0);
    }

    /** Where the winner of a table was chosen. */
    static ModelChoice of(ModelTable table, FamilyCurve winner) {
        List<Rival> rivals = new ArrayList<>();
        double own = 1;
        for (ModelTable.Row row : table.rows()) {
            if (row.model() == winner.model()) {
                own = row.weight();
            } else if (row.weight() >= NEGLIGIBLE) {
                row.curve().ifPresent(curve -> rivals.add(new Rival(row.weight(), EffectDoses.alone(curve))));
            }
        }
        double level = winner.protocol().inference().level();
        return new ModelChoice(
                own,
                rivals,
                Distributions.studentQuantile(0.5 + level / 2, winner.fit().degreesOfFreedom()));
    }

    /** How an interval came about. */
    String method(String alone) {
        return rivals.isEmpty() ? alone : alone + ", widened for the choice of the model";
    }

    /** The verdict with limits that know of the choice; one on a dose that is not determined stays as it is. */
    MidpointVerdict widened(MidpointVerdict verdict, Function<EffectDoses, MidpointVerdict> of) {
        if (rivals.isEmpty() || !(verdict instanceof MidpointVerdict.Determined chosen)) {
            return verdict;
        }
        List<Share> shares = new ArrayList<>();
        for (Rival rival : rivals) {
            if (of.apply(rival.doses()) instanceof MidpointVerdict.Determined other) {
                shares.add(new Share(rival.weight(), other));
            }
        }
        double x = chosen.logIc50();
        OptionalDouble low = chosen.limits().low();
        OptionalDouble high = chosen.limits().high();
        double below = low.isPresent() ? reach(shares, x, x - low.getAsDouble(), Share::below) : Double.NaN;
        double above = high.isPresent() ? reach(shares, x, high.getAsDouble() - x, Share::above) : Double.NaN;
        return new MidpointVerdict.Determined(x, Limits.of(x - below, x + above));
    }

    /** A rival's dose; an open side is no reach. */
    private record Share(double weight, MidpointVerdict.Determined dose) {
        double below() {
            return dose.limits().low().isPresent()
                    ? dose.logIc50() - dose.limits().low().getAsDouble()
                    : Double.NaN;
        }

        double above() {
            return dose.limits().high().isPresent() ? dose.limits().high().getAsDouble() - dose.logIc50() : Double.NaN;
        }
    }

    private double reach(List<Share> shares, double x, double alone, ToDoubleFunction<Share> side) {
        double total = own;
        double sum = own * alone;
        for (Share share : shares) {
            double known = side.applyAsDouble(share);
            double reach = Double.isFinite(known) ? known : alone;
            sum += share.weight() * Math.hypot(reach, quantile * (share.dose().logIc50() - x));
            total += share.weight();
        }
        return Math.max(alone, sum / total);
    }
}
