package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.kindlin.lab.plan.Precision.Outcome;
import org.kindlin.lab.plan.Precision.Share;

/** Counts what trials of one design gave. Not thread-safe. */
final class TrialTally {
    private final double wantedFold;
    private final IntervalWidth width;
    private final List<Double> folds = new ArrayList<>();
    private int closed;
    private int covered;
    private int within;

    /** @param wantedFold infinite where no width is wanted */
    TrialTally(double wantedFold, IntervalWidth width) {
        this.wantedFold = wantedFold;
        this.width = width;
    }

    void add(PlanTrial.Trial trial) {
        double fold = width.of(trial.low(), trial.high());
        folds.add(fold);
        closed += Double.isFinite(fold) ? 1 : 0;
        covered += trial.covers() ? 1 : 0;
        within += fold <= wantedFold ? 1 : 0;
    }

    Share within() {
        return Share.of(within, folds.size());
    }

    Outcome outcome(Plan plan) {
        PlateDesign design = plan.chemistry().design();
        Share share = wantedFold < Double.POSITIVE_INFINITY ? within() : Share.of(0, 0);
        return new Outcome(
                design.replicates(),
                design.doses().count(),
                plan.plates().size(),
                folds.size(),
                closed,
                covered,
                quantile(0.5),
                quantile(0.9),
                share);
    }

    /** The smallest width that at least this share of intervals keep. */
    private Optional<Double> quantile(double share) {
        List<Double> sorted = new ArrayList<>(folds);
        Collections.sort(sorted);
        double found =
                sorted.isEmpty() ? Double.POSITIVE_INFINITY : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        return Double.isFinite(found) ? Optional.of(found) : Optional.empty();
    }
}
