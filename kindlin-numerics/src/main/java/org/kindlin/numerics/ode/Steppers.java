package org.kindlin.numerics.ode;

import org.jspecify.annotations.Nullable;

/** The two integrators of one system, each made when it is first needed, and the length of a first step. */
final class Steppers {
    private final OdeSystem system;
    private final double relative;
    private final double[] absolute;
    private @Nullable Rodas5P stiff;
    private @Nullable DormandPrince853 nonStiff;
    private final double[] trial;
    private final double[] slope;

    Steppers(OdeSystem system, double relative, double[] absolute) {
        this.system = system;
        this.relative = relative;
        this.absolute = absolute;
        this.trial = new double[system.dimension()];
        this.slope = new double[system.dimension()];
    }

    Rodas5P stiff() {
        if (stiff == null) {
            stiff = new Rodas5P(system, relative, absolute);
        }
        return stiff;
    }

    DormandPrince853 nonStiff() {
        if (nonStiff == null) {
            nonStiff = new DormandPrince853(system, relative, absolute);
        }
        return nonStiff;
    }

    OdeStatistics statistics(long steps, long rejected, long switches) {
        Rodas5P rodas = stiff;
        DormandPrince853 explicit = nonStiff;
        long derivatives = (rodas == null ? 0 : rodas.derivatives) + (explicit == null ? 0 : explicit.derivatives);
        return new OdeStatistics(
                steps,
                rejected,
                derivatives,
                rodas == null ? 0 : rodas.jacobians,
                rodas == null ? 0 : rodas.factorisations,
                switches);
    }

    /**
     * A first step from the sizes of state, slope and second derivative (Hairer, Nørsett, Wanner, Solving Ordinary
     * Differential Equations I, section II.4).
     *
     * @param span how far the integration has been asked to go
     */
    double firstStep(Stepper stepper, double span) {
        double sizeOfState = stepper.norm(stepper.start);
        double sizeOfSlope = stepper.norm(stepper.startSlope);
        double guess = sizeOfState < 1e-5 || sizeOfSlope < 1e-5 ? 1e-6 : 0.01 * sizeOfState / sizeOfSlope;
        guess = Math.min(guess, span);
        for (int i = 0; i < trial.length; i++) {
            trial[i] = stepper.start[i] + guess * stepper.startSlope[i];
        }
        stepper.evaluate(stepper.startTime + guess, trial, slope);
        for (int i = 0; i < trial.length; i++) {
            slope[i] -= stepper.startSlope[i];
        }
        double bend = stepper.norm(slope) / guess;
        double largest = Math.max(sizeOfSlope, bend);
        double other =
                largest <= 1e-15 ? Math.max(1e-6, guess * 1e-3) : Math.pow(0.01 / largest, 1.0 / stepper.errorOrder());
        double chosen = Double.isFinite(other) ? Math.min(100 * guess, other) : guess * 1e-3;
        return Math.max(Math.min(chosen, span), 16 * Math.ulp(stepper.startTime));
    }
}
