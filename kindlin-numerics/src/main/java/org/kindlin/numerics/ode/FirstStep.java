package org.kindlin.numerics.ode;

/**
 * The length of a first step from the sizes of state, slope and second derivative (Hairer, Nørsett, Wanner, Solving
 * Ordinary Differential Equations I, section II.4). A workspace.
 */
public final class FirstStep {
    private final double relative;
    private final double[] absolute;
    private final double[] trial;
    private final double[] trialSlope;

    /** With these tolerances, the absolute one for each state. */
    public FirstStep(double relative, double[] absolute) {
        this.relative = relative;
        this.absolute = absolute.clone();
        this.trial = new double[absolute.length];
        this.trialSlope = new double[absolute.length];
    }

    /** The right-hand side. */
    @FunctionalInterface
    public interface Slope {
        /** Writes dy/dt at this time and state. */
        void at(double time, double[] state, double[] slope);
    }

    /**
     * The step from here; evaluates the right-hand side once.
     *
     * @param slope dy/dt at the start
     * @param errorOrder the power of the step as which its error shrinks
     * @param span how far the integration has been asked to go
     */
    public double length(Slope system, double time, double[] state, double[] slope, int errorOrder, double span) {
        double sizeOfState = norm(state, state);
        double sizeOfSlope = norm(slope, state);
        double guess = sizeOfState < 1e-5 || sizeOfSlope < 1e-5 ? 1e-6 : 0.01 * sizeOfState / sizeOfSlope;
        guess = Math.min(guess, span);
        for (int i = 0; i < trial.length; i++) {
            trial[i] = state[i] + guess * slope[i];
        }
        system.at(time + guess, trial, trialSlope);
        for (int i = 0; i < trial.length; i++) {
            trialSlope[i] -= slope[i];
        }
        double bend = norm(trialSlope, state) / guess;
        double largest = Math.max(sizeOfSlope, bend);
        double other = largest <= 1e-15 ? Math.max(1e-6, guess * 1e-3) : Math.pow(0.01 / largest, 1.0 / errorOrder);
        double chosen = Double.isFinite(other) ? Math.min(100 * guess, other) : guess * 1e-3;
        return Math.max(Math.min(chosen, span), 16 * Math.ulp(time));
    }

    /** Largest element in units of the tolerance at this state. */
    private double norm(double[] values, double[] state) {
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i]) / (absolute[i] + relative * Math.abs(state[i])));
        }
        return largest;
    }
}
