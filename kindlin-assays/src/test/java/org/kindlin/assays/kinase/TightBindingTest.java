package org.kindlin.assays.kinase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Units;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.binding.QuadraticBinding;

/**
 * What a plain four-parameter curve makes of noise-free tight-binding data, and what the assay says about it.
 *
 * <p>Reference: {@code tight_binding/ic50_floor.csv} of the reference data, 24 pairs of enzyme and Ki_app with the
 * mid-point and slope that a four-parameter least-squares fit wrongly reports.
 */
class TightBindingTest {

    /** Noise-free percent inhibition over the doses that the reference file was made with. */
    private static CurveData exact(double enzyme, double kiApp, double[] doses) {
        double[] inhibition = Arrays.stream(doses)
                .map(dose -> 100 * new QuadraticBinding(enzyme, kiApp, dose).boundFraction())
                .toArray();
        return CurveData.ofDoses(Map.of("compound", "exact"), doses, inhibition);
    }

    private static double[] doses(double low, double high, int count) {
        double[] doses = new double[count];
        for (int i = 0; i < count; i++) {
            doses[i] = Math.pow(10, Math.log10(low) + i * Math.log10(high / low) / (count - 1));
        }
        return doses;
    }

    @Test
    void atTwoNanomolarEnzymeThePlainCurveMisreportsAndMorrisonDoesNot() {
        CurveData data = exact(2, 0.6, doses(1e-3, 1e3, 60));
        CurveResult plain = CurveAnalysis.analyze(data, CurveProtocol.standard(new Units("nM", "%")), 1);
        double ic50 = plain.fitted().orElseThrow().fit().curve().logIc50();
        double hill = plain.fitted().orElseThrow().fit().curve().hillSlope();
        // The figures depend a little on the doses, here those that come nearest to the reference's.
        assertThat(Math.pow(10, ic50)).isCloseTo(1.55516, within(0.001));
        assertThat(hill).isCloseTo(1.3812, within(0.002));
        List<Warning> warnings = PotencyWarnings.of(Math.pow(10, ic50), hill, OptionalDouble.of(2));
        assertThat(warnings).extracting(Warning::code).containsExactly("tight-binding");
        assertThat(warnings.getFirst().message()).contains("Slope 1.38");
        TightBinding morrison = TightBindingFit.of(data, _ -> 50, 2, 0.95).orElseThrow();
        assertThat(morrison.kiApp().value()).isCloseTo(0.6, within(1e-6));
        assertThat(morrison.noInhibition()).isCloseTo(0, within(1e-5));
        assertThat(morrison.fullInhibition()).isCloseTo(100, within(1e-5));
    }

    @Test
    void anIc50BelowHalfTheEnzymeIsImpossible() {
        assertThat(PotencyWarnings.of(0.9, 2.1, OptionalDouble.of(2)))
                .extracting(Warning::code)
                .containsExactly("tight-binding-limit", "tight-binding");
        assertThat(PotencyWarnings.of(56, 1.0, OptionalDouble.of(2))).isEmpty();
        assertThat(PotencyWarnings.of(0.9, 2.1, OptionalDouble.empty())).isEmpty();
    }

    @Test
    void morrisonRecoversEveryPairOfTheReferenceWhereThePlainCurveIsOffByItsFloor() throws IOException {
        Path file = Path.of(System.getProperty("kindlin.root", "."))
                .resolve("../shared/reference/doseresponse/tight_binding/ic50_floor.csv")
                .normalize();
        assumeTrue(Files.exists(file), "reference data tight_binding/ic50_floor.csv is not beside the repository");
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            double[] row = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double enzyme = row[0] * 1e9;
            double kiApp = row[1] * 1e9;
            double centre = kiApp + enzyme / 2;
            assertThat(centre).isCloseTo(row[2] * 1e9, within(1e-6 * centre));
            CurveData data = exact(enzyme, kiApp, doses(centre / 300, centre * 300, 25));
            TightBinding fit = TightBindingFit.of(data, _ -> 50, enzyme, 0.95).orElseThrow();
            assertThat(fit.kiApp().value()).as(line).isCloseTo(kiApp, within(1e-4 * kiApp));
            List<Warning> warnings = PotencyWarnings.of(row[3] * 1e9, row[4], OptionalDouble.of(enzyme));
            assertThat(warnings.isEmpty()).as(line).isEqualTo(!(row[4] > 1.2 || row[3] < row[0] / 2));
        }
    }
}
