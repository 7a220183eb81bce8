package org.kindlin.benchmarks.curves;

import java.io.PrintStream;
import java.util.Locale;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.ProfileInterval;
import org.kindlin.numerics.sigmoid.ProfileLikelihood;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidRegression;
import org.kindlin.numerics.sigmoid.SigmoidSpec;

/**
 * Coverage of the 95 % profile interval of log10 ic50 over simulated curves of four classes: mid-point well inside the
 * doses, near their upper end, near their lower end, and inside with threefold noise. Beside it the Wald interval's.
 *
 * <p>Optional argument: number of curves in each class (default 10,000, for a simulation error of 0.22 %).
 */
public final class IntervalCoverage {
    private static final double LEVEL = 0.95;
    private static final long SEED = 20_260_101;

    private IntervalCoverage() {}

    private record Scenario(String name, double low, double high, double sd) {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        int curves = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Scenario[] scenarios = {
            new Scenario("inside the doses", -8.2, -6.3, 4),
            new Scenario("near the top dose", -5.8, -5.0, 4),
            new Scenario("near the lowest dose", -9.5, -8.8, 4),
            new Scenario("inside, threefold noise", -8.2, -6.3, 12)
        };
        for (Scenario scenario : scenarios) {
            report(scenario, curves, out);
        }
    }

    private static void report(Scenario scenario, int curves, PrintStream out) {
        RandomStream random = RandomStream.ofSeed(SEED).child(scenario.name());
        int profile = 0;
        int wald = 0;
        int unbounded = 0;
        for (int i = 0; i < curves; i++) {
            RandomStream own = random.child(i);
            SigmoidCurve truth = SimulatedCurves.truth(own, scenario.low(), scenario.high());
            SigmoidFit fit = fit(SimulatedCurves.observe(truth, scenario.sd(), own));
            ProfileInterval interval =
                    ProfileLikelihood.interval(fit, Parameter.LOG_IC50, LEVEL).orElseThrow();
            profile += interval.contains(truth.logIc50()) ? 1 : 0;
            unbounded += interval.hasFiniteLow() && interval.hasFiniteHigh() ? 0 : 1;
            double error = fit.standardError(Parameter.LOG_IC50).orElse(0);
            wald += Math.abs(fit.curve().logIc50() - truth.logIc50()) <= 2.0555294 * error ? 1 : 0;
        }
        out.printf(
                Locale.ROOT,
                "%-24s %6d curves: profile %.2f %% (simulation error %.2f), Wald %.2f %%, open on a side %.2f %%%n",
                scenario.name(),
                curves,
                100.0 * profile / curves,
                100 * Math.sqrt(LEVEL * (1 - LEVEL) / curves),
                100.0 * wald / curves,
                100.0 * unbounded / curves);
    }

    private static SigmoidFit fit(double[] response) {
        var data = SigmoidData.ofLogDoses(SimulatedCurves.logDoses(), response);
        return SigmoidRegression.fit(data, SigmoidSpec.fourParameter()).fit().orElseThrow();
    }
}
