package org.kindlin.numerics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.numerics.calibration.CalibrationModel.FIVE_PARAMETER;
import static org.kindlin.numerics.calibration.CalibrationModel.FOUR_PARAMETER;
import static org.kindlin.numerics.calibration.CalibrationModel.LINEAR;
import static org.kindlin.numerics.calibration.CalibrationModel.QUADRATIC;
import static org.kindlin.numerics.calibration.CalibrationWeighting.INVERSE_CONCENTRATION;
import static org.kindlin.numerics.calibration.CalibrationWeighting.INVERSE_SQUARE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.numerics.sigmoid.SigmoidCurve;

/**
 * Standard curves against other programs.
 *
 * <p>Printed parameters and concentrations: Gen5 ({@link Gen5Plates}). Profile limits: scipy 1.15 {@code least_squares} (MINPACK
 * {@code lmder}) refitting the curve with the specimen as one more calibrator, and {@code brentq} on the growth of the sum of
 * squares; they agree to the digits that its finite-difference derivatives leave, about 1e-6.
 */
class CalibrationReferenceTest {

    /** Absorbance at 660 nm of a Lowry plate read by Gen5 (Lowry_Protein_Assay of the same collection). */
    private static final Calibrators LOWRY = new Calibrators(
            new double[] {0, 0, 10, 10, 25, 25, 50, 50, 100, 100, 200, 200},
            new double[] {0.044, 0.046, 0.069, 0.072, 0.114, 0.118, 0.225, 0.198, 0.360, 0.364, 0.632, 0.635});

    /** 5PL curve simulated with numpy (seed 5), rounded to four decimals. */
    private static final Calibrators ASYMMETRIC = new Calibrators(
            new double[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64},
            new double[] {
                0.038, 0.0301, 0.0463, 0.085, 0.0957, 0.0803, 0.1255, 0.1221, 0.1451, 0.3043, 0.2838, 0.2612, 0.5793,
                0.6176, 0.5967, 1.0391, 1.0639, 1.0477, 1.5246, 1.5267, 1.5233, 1.8866, 1.8774, 1.8695
            });

    @ParameterizedTest
    @CsvSource({
        "alphalisa_pERK, false, 346, 1.5, 122, 1.43E+06",
        "fluorescamine, false, 1.93E+03, 1.31, 676, 1.48E+05",
        "betagal_meanV, false, 1.23, 3.52, 14.8, 34.9",
        "sparcl_IgG, true, 2.28E+03, 1.58, 796, 7.14E+04"
    })
    void allSixteenParametersThatGen5Printed(String plate, boolean onMeans, String a, String b, String c, String d) {
        SigmoidCurve curve = sigmoid(
                Gen5Plates.standards(plate),
                new CalibrationSpec(FOUR_PARAMETER, CalibrationWeighting.CONSTANT, onMeans));
        assertThat(printed(curve.atZeroDose(), a)).isEqualTo(new BigDecimal(a));
        assertThat(printed(curve.hillSlope(), b)).isEqualByComparingTo(new BigDecimal(b));
        assertThat(printed(StrictMath.pow(10, curve.logIc50()), c)).isEqualTo(new BigDecimal(c));
        assertThat(printed(curve.atInfiniteDose(), d)).isEqualTo(new BigDecimal(d));
    }

    /** Rounded to the three digits Gen5 prints, at its scale. */
    private static BigDecimal printed(double value, String like) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .setScale(new BigDecimal(like).scale(), RoundingMode.HALF_UP);
    }

    @ParameterizedTest
    @CsvSource({
        "alphalisa_pERK, false, 0.0011, 46",
        "fluorescamine, false, 0.0011, 94",
        "betagal_meanV, false, 0.03, 71",
        "sparcl_IgG, true, 0.0011, 38"
    })
    void everyConcentrationThatGen5Printed(String plate, boolean onMeans, double tolerance, int atLeast) {
        CalibrationFit fit = fit(
                Gen5Plates.standards(plate),
                new CalibrationSpec(FOUR_PARAMETER, CalibrationWeighting.CONSTANT, onMeans));
        double blank = Gen5Plates.blank(plate);
        int compared = 0;
        for (Gen5Plates.Line line : Gen5Plates.plate(plate)) {
            if (!line.printed().isEmpty() && Character.isDigit(line.printed().charAt(0))) {
                double concentration =
                        fit.curve().concentration(line.signal() - blank).orElseThrow();
                assertThat(concentration)
                        .as(line.toString())
                        .isCloseTo(Double.parseDouble(line.printed()), within(tolerance));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void straightLineAndFiellersInterval() {
        CalibrationFit fit = fit(LOWRY, CalibrationSpec.of(LINEAR));
        PolynomialCalibration line = (PolynomialCalibration) fit.curve();
        assertThat(line.slope()).isCloseTo(0.0029724324, within(5e-11));
        assertThat(line.intercept()).isCloseTo(0.049018919, within(5e-10));
        assertLimits(fit, 0.345, 1, 89.211118, 110.06171, 1e-7);
        assertLimits(fit, 0.345, 2, 91.921307, 107.35152, 1e-7);
        assertLimits(fit, 0.345, 3, 93.068697, 106.20413, 1e-7);
    }

    @Test
    void weightedLineAndParabola() {
        Calibrators raw = raw("fluorescamine");
        CalibrationFit line = fit(raw, CalibrationSpec.of(LINEAR).with(INVERSE_SQUARE));
        assertThat(line.rss()).isCloseTo(414.92846810335476, relative(1e-9, 415));
        assertLimits(line, 30_000, 2, 219.34999397503523, 256.8802921847523, 1e-7);
        CalibrationFit parabola = fit(raw, CalibrationSpec.of(QUADRATIC).with(INVERSE_CONCENTRATION));
        assertThat(((PolynomialCalibration) parabola.curve()).curvature())
                .isCloseTo(-0.05158984888291472, within(1e-8));
        assertLimits(parabola, 30_000, 2, 215.54989099451478, 232.9557223865507, 1e-7);
    }

    @Test
    void profileLimitsOfFourParameters() {
        CalibrationFit fluorescamine = fit(Gen5Plates.standards("fluorescamine"), CalibrationSpec.of(FOUR_PARAMETER));
        assertLimits(fluorescamine, 15_767, 1, 109.90509679409351, 131.956190006412, 1e-6);
        assertLimits(fluorescamine, 51_383, 2, 395.5522122227526, 416.77711597751244, 1e-6);
        CalibrationFit weighted =
                fit(raw("alphalisa_pERK"), CalibrationSpec.of(FOUR_PARAMETER).with(INVERSE_SQUARE));
        assertLimits(weighted, 16_587, 1, 4.9462174546977336, 7.6858078325684325, 1e-6);
        assertLimits(weighted, 600, 3, 0.17652892871748735, 0.5223145135984038, 1e-6);
    }

    @Test
    void profileLimitsOfFiveParameters() {
        CalibrationFit fit = fit(ASYMMETRIC, CalibrationSpec.of(FIVE_PARAMETER));
        assertThat(fit.rss()).isCloseTo(0.0032874797346649034, relative(1e-9, 0.003));
        assertLimits(fit, 0.8, 1, 10.629733230012265, 11.646914915406475, 1e-6);
        assertLimits(fit, 1.5, 3, 29.76138554527688, 31.908633191696975, 1e-6);
    }

    private static void assertLimits(
            CalibrationFit fit, double response, int replicates, double low, double high, double relative) {
        BackCalculation found =
                new InversePrediction(fit, ResidualNoise.of(fit).orElseThrow(), 0.95).of(response, replicates);
        assertThat(found.low()).isCloseTo(low, relative(relative, low));
        assertThat(found.high()).isCloseTo(high, relative(relative, high));
    }

    private static Offset<Double> relative(double share, double size) {
        return within(share * Math.abs(size));
    }

    private static Calibrators raw(String plate) {
        double[] blanked = Gen5Plates.standards(plate).response();
        double blank = Gen5Plates.blank(plate);
        return new Calibrators(
                Gen5Plates.standards(plate).concentration(),
                Arrays.stream(blanked).map(y -> y + blank).toArray());
    }

    private static CalibrationFit fit(Calibrators data, CalibrationSpec spec) {
        return Calibration.fit(data, spec).fit().orElseThrow();
    }

    private static SigmoidCurve sigmoid(Calibrators data, CalibrationSpec spec) {
        return ((SigmoidCalibration) fit(data, spec).curve()).curve();
    }
}
