package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Transformation;
import org.kindlin.numerics.mixture.BivariateMixture;
import org.kindlin.numerics.mixture.BivariateNormal;
import org.kindlin.numerics.mixture.MixturePopulations;
import org.kindlin.numerics.scale.LogScale;
import org.kindlin.numerics.scale.Scale;

/**
 * Lymphocytes: log forward and log side scatter as a mixture of up to five bivariate normals (number by BIC), of which those
 * without a valley between them are one population; of the populations with at least 5 % of the events the one of least side
 * scatter, as the ellipse of 95 % of its cells. A population that runs into the low end of forward scatter is noise or debris
 * and not taken. One population alone is taken for lymphocytes, and that is told: scatter does not say what it is.
 */
final class LymphocyteModel implements GateModel {
    static final String GATE = "lymphocytes";
    private static final int MOST_COMPONENTS = 5;
    private static final double LEAST_SHARE = 0.05;
    private static final int LEAST_EVENTS = 500;
    /** Standard deviations of a population's lower side that must be there: at less than these 7 % would be cut off. */
    private static final double SEEN = 1.5;

    private static final double DECADES = 4.5;
    /** The 95 % point of chi-squared with two degrees of freedom, {@code -2 ln 0.05}. */
    private static final double SQUARED_RADIUS = 5.991464547107979;

    @Override
    public Attempt draw(GateDraft events, DrawingSettings settings) {
        Optional<FcsParameter> forward = Scatter.forward(events);
        Optional<FcsParameter> side = Scatter.side(events);
        if (forward.isEmpty() || side.isEmpty()) {
            return new Attempt.LeftOut(GATE, "no forward and side scatter");
        }
        Scale scaleX = new LogScale(events.top(forward.get()), DECADES);
        Scale scaleY = new LogScale(events.top(side.get()), DECADES);
        int[] inside = events.events();
        double[][] places =
                places(events.values(forward.get(), inside), scaleX, events.values(side.get(), inside), scaleY);
        if (places[0].length < LEAST_EVENTS) {
            return new Attempt.LeftOut(GATE, "fewer than " + LEAST_EVENTS + " events");
        }
        List<BivariateNormal> populations = BivariateMixture.fit(
                        places[0], places[1], MOST_COMPONENTS, settings.random().child(GATE))
                .map(MixturePopulations::of)
                .orElse(List.of());
        double lowest = least(places[0]);
        List<BivariateNormal> clear = populations.stream()
                .filter(population -> population.weight() >= LEAST_SHARE)
                .filter(population -> population.meanX() - SEEN * Math.sqrt(population.varianceX()) > lowest)
                .toList();
        Optional<BivariateNormal> least = clear.stream().min(Comparator.comparingDouble(BivariateNormal::meanY));
        if (least.isEmpty()) {
            return new Attempt.LeftOut(
                    GATE,
                    "no population of scatter lies clear of the low end of "
                            + forward.get().name());
        }
        return drawn(
                events,
                least.get(),
                new Transformation.OnScale("log " + forward.get().name(), scaleX),
                new Transformation.OnScale("log " + side.get().name(), scaleY),
                List.of(forward.get(), side.get()),
                clear.size() == 1);
    }

    /** The place that all but a thousandth of the events exceed. */
    private static double least(double[] places) {
        double[] sorted = places.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 1000];
    }

    private static double[][] places(double[] x, Scale scaleX, double[] y, Scale scaleY) {
        double[] placesX = new double[x.length];
        double[] placesY = new double[x.length];
        int used = 0;
        for (int i = 0; i < x.length; i++) {
            placesX[used] = scaleX.apply(x[i]);
            placesY[used] = scaleY.apply(y[i]);
            used += Double.isFinite(placesX[used]) && Double.isFinite(placesY[used]) ? 1 : 0;
        }
        return new double[][] {Arrays.copyOf(placesX, used), Arrays.copyOf(placesY, used)};
    }

    private static Attempt.Drawn drawn(
            GateDraft events,
            BivariateNormal component,
            Transformation.OnScale x,
            Transformation.OnScale y,
            List<FcsParameter> channels,
            boolean alone) {
        Gate ellipse = new Gate.Ellipsoid(
                GATE,
                events.inside(),
                List.of(
                        Dimension.of(channels.get(0).name()).on(x.id()),
                        Dimension.of(channels.get(1).name()).on(y.id())),
                new double[] {component.meanX(), component.meanY()},
                new double[][] {
                    {component.varianceX(), component.covariance()},
                    {component.covariance(), component.varianceY()}
                },
                SQUARED_RADIUS);
        return new Attempt.Drawn(
                new ModelledGate(
                        ellipse,
                        "the population of least side scatter of a mixture of bivariate normals in log scatter (EM, number"
                                + " by BIC, those without a valley between them joined), 95 % of its cells",
                        Optional.empty()),
                List.of(x, y),
                alone
                        ? "scatter shows one population of 5 % of the events or more, which is taken for lymphocytes;"
                                + " scatter alone does not say what it is"
                        : "");
    }
}
