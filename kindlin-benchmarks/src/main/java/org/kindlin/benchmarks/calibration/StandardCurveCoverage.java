package org.kindlin.benchmarks.calibration;

import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.numerics.calibration.BackCalculation;
import org.kindlin.numerics.calibration.Calibration;
import org.kindlin.numerics.calibration.CalibrationFit;
import org.kindlin.numerics.calibration.CalibrationModel;
import org.kindlin.numerics.calibration.CalibrationSpec;
import org.kindlin.numerics.calibration.CalibrationWeighting;
import org.kindlin.numerics.calibration.Calibrators;
import org.kindlin.numerics.calibration.InversePrediction;
import org.kindlin.numerics.calibration.ResidualNoise;
import org.kindlin.numerics.random.RandomStream;

/**
 * How often the 95 % interval of a back-calculated concentration holds the true one, by simulation: eight standards in
 * triplicate, one specimen in duplicate, its concentration drawn log-uniformly from within the standards.
 *
 * <p>Arguments: plates per scenario (10000), seed (1), text in the names of the scenarios wanted (all).
 */
public final class StandardCurveCoverage {
    private static final double[] LEVELS = {0, 2.5, 5, 10, 20, 40, 80, 160};
    private static final int REPLICATES = 3;
    private static final int READINGS = 2;

    private StandardCurveCoverage() {}

    /**
     * What plates of one scenario are like.
     *
     * @param sd standard deviation of a reading
     * @param cv coefficient of variation of a reading
     */
    private record Scenario(String name, CalibrationModel model, CalibrationWeighting weighting, double sd, double cv) {

        double truth(double x) {
            return switch (model) {
                case LINEAR -> 0.05 + 0.006 * x;
                case PROPORTIONAL -> 0.006 * x;
                case QUADRATIC -> 0.05 + x * (0.009 - 0.00002 * x);
                case FOUR_PARAMETER -> 0.05 + 2 / (1 + StrictMath.pow(x / 50, -1.2));
                case FIVE_PARAMETER -> 2.05 - 2 * StrictMath.pow(1 + StrictMath.pow(x / 50, 1.4), -0.6);
            };
        }

        double read(double x, RandomStream stream) {
            double mean = truth(x);
            return mean * (1 + cv * stream.nextGaussian()) + sd * stream.nextGaussian();
        }
    }

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("line, constant sd", CalibrationModel.LINEAR, CalibrationWeighting.CONSTANT, 0.01, 0),
            new Scenario(
                    "line through the origin, constant sd",
                    CalibrationModel.PROPORTIONAL,
                    CalibrationWeighting.CONSTANT,
                    0.01,
                    0),
            new Scenario(
                    "line, constant CV, weights 1/x2",
                    CalibrationModel.LINEAR,
                    CalibrationWeighting.INVERSE_SQUARE,
                    0,
                    0.05),
            new Scenario(
                    "line, both, weights 1/x",
                    CalibrationModel.LINEAR,
                    CalibrationWeighting.INVERSE_CONCENTRATION,
                    0.005,
                    0.02),
            new Scenario(
                    "line, both, weights 1/sd2",
                    CalibrationModel.LINEAR,
                    CalibrationWeighting.REPLICATE_VARIANCE,
                    0.005,
                    0.02),
            new Scenario(
                    "line, both, variance model",
                    CalibrationModel.LINEAR,
                    CalibrationWeighting.VARIANCE_MODEL,
                    0.005,
                    0.02),
            new Scenario(
                    "line, constant CV, variance model",
                    CalibrationModel.LINEAR,
                    CalibrationWeighting.VARIANCE_MODEL,
                    0,
                    0.05),
            new Scenario(
                    "line, constant sd, variance model",
                    CalibrationModel.LINEAR,
                    CalibrationWeighting.VARIANCE_MODEL,
                    0.01,
                    0),
            new Scenario(
                    "line, both, constant weights",
                    CalibrationModel.LINEAR,
                    CalibrationWeighting.CONSTANT,
                    0.005,
                    0.02),
            new Scenario("parabola, constant sd", CalibrationModel.QUADRATIC, CalibrationWeighting.CONSTANT, 0.01, 0),
            new Scenario("4PL, constant sd", CalibrationModel.FOUR_PARAMETER, CalibrationWeighting.CONSTANT, 0.02, 0),
            new Scenario("5PL, constant sd", CalibrationModel.FIVE_PARAMETER, CalibrationWeighting.CONSTANT, 0.02, 0));

    /** Prints one row per scenario. */
    public static void main(String[] arguments) {
        int plates = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        String wanted = arguments.length > 2 ? arguments[2] : "";
        for (Scenario scenario : SCENARIOS) {
            if (!scenario.name().contains(wanted)) {
                continue;
            }
            RandomStream stream = RandomStream.ofSeed(seed).child(scenario.name());
            boolean slow = scenario.model() == CalibrationModel.FOUR_PARAMETER
                    || scenario.model() == CalibrationModel.FIVE_PARAMETER;
            Coverage coverage = new Coverage();
            for (int plate = 0; plate < (slow ? plates / 5 : plates); plate++) {
                one(scenario, stream.child(plate), coverage);
            }
            System.out.println(coverage.row(scenario.name()));
        }
    }

    private static void one(Scenario scenario, RandomStream stream, Coverage coverage) {
        double[] x = new double[LEVELS.length * REPLICATES];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = LEVELS[i / REPLICATES];
            y[i] = scenario.read(x[i], stream);
        }
        CalibrationSpec spec = new CalibrationSpec(scenario.model(), scenario.weighting(), false);
        CalibrationFit fit = Calibration.fit(new Calibrators(x, y), spec).fit().orElse(null);
        if (fit == null) {
            coverage.add(OptionalDouble.empty(), OptionalDouble.empty(), 0);
            return;
        }
        double truth = 5 * StrictMath.exp(stream.nextUniform(0, StrictMath.log(24)));
        double sum = 0;
        for (int i = 0; i < READINGS; i++) {
            sum += scenario.read(truth, stream);
        }
        BackCalculation found =
                new InversePrediction(fit, ResidualNoise.of(fit).orElseThrow(), 0.95).of(sum / READINGS, READINGS);
        boolean closed =
                found.concentration().isPresent() && Double.isFinite(found.low()) && Double.isFinite(found.high());
        coverage.add(
                closed ? OptionalDouble.of(found.low()) : OptionalDouble.empty(),
                closed ? OptionalDouble.of(found.high()) : OptionalDouble.empty(),
                truth);
    }
}
