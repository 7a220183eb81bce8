package org.kindlin.numerics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Weights from a variance that grows with the response. */
class VarianceModelTest {

    /**
     * The pseudo-likelihood maximised by scipy 1.x's Nelder-Mead over ln floor^2 and ln cv^2 of the signal beyond the zero
     * standard (floor 0.004257371, cv 0.039569719 in units of the largest signal; with the specimens 0.004144704 and
     * 0.041953846), then NumPy's weighted normal equations: equal to 1e-7.
     */
    @Test
    void weightedLineAsScipyFitsIt() {
        PolynomialCalibration alone = line(List.of());
        PolynomialCalibration withSpecimens = line(List.of(
                new double[] {0.2, 0.21},
                new double[] {0.5, 0.47, 0.52},
                new double[] {0.9, 0.86},
                new double[] {0.35, 0.36},
                new double[] {0.7}));

        assertThat(alone.intercept()).isEqualTo(0.0516544031, within(1e-7));
        assertThat(alone.slope()).isEqualTo(0.0060267498, within(1e-8));
        assertThat(withSpecimens.intercept()).isEqualTo(0.0516379112, within(1e-7));
        assertThat(withSpecimens.slope()).isEqualTo(0.0060278739, within(1e-8));
    }

    /** NumPy from the formulas of Kenward and Roger with whole matrices, on the optimum of scipy's Nelder-Mead. */
    @Test
    void errorsKnowThatWeightsWereEstimated() {
        PolynomialCalibration line = line(List.of());

        assertThat(line.variance(0)).isCloseTo(4.562857729e-06, within(1e-11)); // 3.996e-06 with known weights
        assertThat(line.variance(1)).isCloseTo(1.472739328e-08, within(1e-13)); // 1.234e-08
        assertThat(line.mostDegreesOfFreedom()[0]).isCloseTo(4.299611589, within(1e-4));
        assertThat(line.mostDegreesOfFreedom()[1]).isCloseTo(5.379735696, within(1e-4));
    }

    private static PolynomialCalibration line(List<double[]> specimens) {
        double[] x = {0, 0, 0, 10, 10, 10, 40, 40, 40, 160, 160, 160};
        double[] y = {0.048, 0.055, 0.051, 0.118, 0.107, 0.112, 0.281, 0.296, 0.302, 1.05, 0.98, 1.01};
        CalibrationSpec spec = new CalibrationSpec(CalibrationModel.LINEAR, CalibrationWeighting.VARIANCE_MODEL, false);
        return (PolynomialCalibration) Calibration.fit(new Calibrators(x, y), spec, specimens)
                .fit()
                .orElseThrow()
                .curve();
    }

    @Test
    void withoutReplicatesEveryReadingCountsAlike() {
        Calibrators single = new Calibrators(new double[] {0, 1, 2, 4}, new double[] {0.1, 1.1, 2.2, 3.9});
        CalibrationWeighting.WeightFunction weights = CalibrationWeighting.VARIANCE_MODEL.of(single, List.of());

        assertThat(weights.at(0)).isEqualTo(1);
        assertThat(weights.at(3)).isEqualTo(1);
    }

    /** Where a constant and a proportional part of the noise both count, variances of single levels are too few to weight by. */
    @Test
    void intervalsHoldTheTruthMoreOftenThanWithVariancesOfSingleLevels() {
        int raw = 0;
        int modelled = 0;
        int plates = 400;
        for (int plate = 0; plate < plates; plate++) {
            RandomStream stream = RandomStream.ofSeed(5).child(plate);
            Calibrators standards = standards(stream);
            double truth = 5 + 100 * stream.nextDouble();
            double reading = 0.5 * (read(truth, stream) + read(truth, stream));
            raw += holds(standards, CalibrationWeighting.REPLICATE_VARIANCE, reading, truth) ? 1 : 0;
            modelled += holds(standards, CalibrationWeighting.VARIANCE_MODEL, reading, truth) ? 1 : 0;
        }
        // four standard errors of 95 % of 400 are 4.4 points
        assertThat(100.0 * modelled / plates).isBetween(90.6, 99.4);
        assertThat(100.0 * raw / plates).isLessThan(90.6);
    }

    private static Calibrators standards(RandomStream stream) {
        double[] levels = {0, 2.5, 5, 10, 20, 40, 80, 160};
        double[] x = new double[3 * levels.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = levels[i / 3];
            y[i] = read(x[i], stream);
        }
        return new Calibrators(x, y);
    }

    private static double read(double x, RandomStream stream) {
        return (0.05 + 0.006 * x) * (1 + 0.02 * stream.nextGaussian()) + 0.005 * stream.nextGaussian();
    }

    private static boolean holds(Calibrators standards, CalibrationWeighting weighting, double reading, double truth) {
        CalibrationFit fit = Calibration.fit(standards, new CalibrationSpec(CalibrationModel.LINEAR, weighting, false))
                .fit()
                .orElseThrow();
        BackCalculation found = new InversePrediction(fit, ResidualNoise.of(fit).orElseThrow(), 0.95).of(reading, 2);
        return found.low() <= truth && truth <= found.high();
    }
}
