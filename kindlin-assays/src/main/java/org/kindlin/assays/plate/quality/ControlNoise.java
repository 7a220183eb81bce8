package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.ReplicateGroup;
import org.kindlin.numerics.statistics.VarianceFunction;
import org.kindlin.numerics.statistics.VarianceFunctionFit;

/**
 * How the wells of an assay scatter, as the replicates of its controls say: variance = floor^2 + (cv signal)^2.
 *
 * <p>All plates share one function, in units of each plate's largest control mean, so that neither a brighter plate nor
 * another gain of the reader changes it. Floor and cv are told apart only where controls scatter at both ends: there is no
 * estimate with fewer than {@value #FEWEST} degrees of freedom among controls of at least half the plate's largest mean,
 * or among those below half of it.
 *
 * @param fit the variance function, signals in units of the plate's largest control mean
 * @param degreesOfFreedomHigh degrees of freedom of controls of at least half of it
 * @param degreesOfFreedomLow degrees of freedom of the other controls
 */
public record ControlNoise(VarianceFunctionFit fit, int degreesOfFreedomHigh, int degreesOfFreedomLow) {
    /** Fewest degrees of freedom at either end. */
    public static final int FEWEST = 6;

    /**
     * The noise that these plates' controls show; empty where they are too few to tell.
     *
     * @param plates the signals of every plate, one array per kind of control
     */
    public static Optional<ControlNoise> of(List<List<double[]>> plates) {
        List<ReplicateGroup> groups = new ArrayList<>();
        plates.forEach(plate -> groups.addAll(relative(plate)));
        int high = degrees(groups, true);
        int low = degrees(groups, false);
        return high < FEWEST || low < FEWEST
                ? Optional.empty()
                : VarianceFunctionFit.of(groups).map(fit -> new ControlNoise(fit, high, low));
    }

    /** The unit of a plate: its largest control mean, in size; zero where no control has a mean. */
    public static double unit(List<double[]> controls) {
        return controls.stream()
                .filter(group -> group.length > 0)
                .mapToDouble(group -> Math.abs(Descriptive.mean(group)))
                .max()
                .orElse(0);
    }

    /** The variance function, in units of the plate's largest control mean. */
    public VarianceFunction function() {
        return fit.function();
    }

    /** {@code noise-cv} and {@code noise-floor}, in percent, with intervals from their standard errors on the log scale. */
    public List<Estimate> estimates(double level) {
        String method = "pseudo-likelihood of control replicates, " + degreesOfFreedomHigh + " + " + degreesOfFreedomLow
                + " degrees of freedom (Carroll and Ruppert 1988)";
        return List.of(
                estimate("noise-cv", function().cv(), fit.cvError(), "%", level, method),
                estimate(
                        "noise-floor",
                        function().floor(),
                        fit.floorError(),
                        "%",
                        level,
                        method + "; percent of the plate's largest control mean"));
    }

    private static Estimate estimate(
            String name, double share, double logError, String unit, double level, String method) {
        double percent = 100 * share;
        if (!Double.isFinite(logError)) {
            return Estimate.descriptive(name, percent, unit, method);
        }
        double factor = StrictMath.exp(Distributions.normalQuantile(0.5 + level / 2) * logError);
        return Estimate.of(name, percent, unit, percent / factor, percent * factor, level, percent * logError, method);
    }

    private static List<ReplicateGroup> relative(List<double[]> controls) {
        double unit = unit(controls);
        return controls.stream()
                .filter(group -> unit > 0 && group.length > 1)
                .map(group -> ReplicateGroup.of(group).inUnitsOf(unit))
                .toList();
    }

    private static int degrees(List<ReplicateGroup> groups, boolean high) {
        return groups.stream()
                .filter(group -> Math.abs(group.mean()) >= 0.5 == high)
                .mapToInt(ReplicateGroup::df)
                .sum();
    }
}
