package org.kindlin.numerics.ode;

import org.jspecify.annotations.Nullable;

/** The two integrators of one system, each made when it is first needed, and the length of a first step. */
final class Steppers {
    private final OdeSystem system;
    private final double relative;
    private final double[] absolute;
    private @Nullable Rodas5P stiff;
    private @Nullable DormandPrince853 nonStiff;
    private final FirstStep first;

    Steppers(OdeSystem system, double relative, double[] absolute) {
        this.system = system;
        this.relative = relative;
        this.absolute = absolute;
        this.first = new FirstStep(relative, absolute);
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

    /** @param span how far the integration has been asked to go */
    double firstStep(Stepper stepper, double span) {
        stepper.derivatives++;
        return first.length(
                system::derivatives, stepper.startTime, stepper.start, stepper.startSlope, stepper.errorOrder(), span);
    }
}
