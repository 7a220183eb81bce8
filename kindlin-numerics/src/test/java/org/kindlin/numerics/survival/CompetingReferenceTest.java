package org.kindlin.numerics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.hazard.FineGray;

/** Against cmprsk 2.2-11 on the competing-risks set of R's survival package, which is read beside the repository only. */
class CompetingReferenceTest {
    private static final Reference EXPECTED = new Reference("expected_rmst_firth_competing.txt");
    private static final Path FILE = Path.of(System.getProperty("kindlin.root", "."))
            .resolve("../shared/reference/invivo/survival/mgus2_competing.csv");

    private record Study(CompetingSample sample, int[] arm, double[] age, double[] male) {
        static Study read() throws IOException {
            assumeTrue(Files.exists(FILE), "skipped: " + FILE + " is not there");
            List<String[]> rows = Files.readAllLines(FILE).stream()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
            double[] male =
                    rows.stream().mapToDouble(row -> Double.parseDouble(row[5])).toArray();
            return new Study(
                    new CompetingSample(
                            rows.stream()
                                    .mapToDouble(row -> Double.parseDouble(row[3]))
                                    .toArray(),
                            rows.stream()
                                    .mapToInt(row -> Integer.parseInt(row[4]))
                                    .toArray()),
                    Arrays.stream(male).mapToInt(m -> (int) m).toArray(),
                    rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray(),
                    male);
        }
    }

    @Test
    void cumulativeIncidenceWithItsVariance() throws IOException {
        Study study = Study.read();
        for (int row = 0; row < 4; row++) {
            int sex = row % 2;
            int cause = row / 2 + 1;
            int[] own = IntStream.range(0, study.arm().length)
                    .filter(i -> study.arm()[i] == sex)
                    .toArray();
            CumulativeIncidence curve = CumulativeIncidence.of(study.sample().at(own), cause);
            for (int t : new int[] {60, 120, 240}) {
                close(curve.at(t), EXPECTED.numbers("competing.cif_at." + t)[row], 1e-10);
                close(curve.varianceAt(t), EXPECTED.numbers("competing.var_at." + t)[row], 1e-10);
            }
        }
    }

    @Test
    void grayTest() throws IOException {
        Study study = Study.read();
        for (int cause = 1; cause <= 2; cause++) {
            GrayTest.Outcome test = GrayTest.of(study.sample(), study.arm(), 2, cause);
            close(test.chiSquared(), EXPECTED.numbers("competing.gray.stat")[cause - 1], 1e-10);
            close(test.p(), EXPECTED.numbers("competing.gray.pv")[cause - 1], 1e-10);
            assertThat(test.df()).isEqualTo(1);
        }
    }

    @Test
    void fineGray() throws IOException {
        Study study = Study.read();
        FineGray.Fit fit =
                FineGray.fit(study.sample(), 1, study.age(), study.male()).orElseThrow();
        close(fit.coefficients()[0], EXPECTED.number("competing.finegray.coef.age"), 1e-7);
        close(fit.coefficients()[1], EXPECTED.number("competing.finegray.coef.male"), 1e-7);
        close(fit.logLikelihood(), EXPECTED.number("competing.finegray.loglik"), 1e-9);
        close(fit.logLikelihoodNull(), EXPECTED.number("competing.finegray.loglik_null"), 1e-9);
        close(Math.sqrt(fit.covariance()[0][0]), EXPECTED.numbers("competing.finegray.se")[0], 1e-7);
        close(Math.sqrt(fit.covariance()[1][1]), EXPECTED.numbers("competing.finegray.se")[1], 1e-7);
    }

    /** With one cause and no censoring before, incidence is one less survival and Gray's test the log-rank test's twin. */
    @Test
    void oneCauseIsKaplanMeier() {
        double[] time = {3, 5, 5, 8, 9, 12};
        CumulativeIncidence curve = CumulativeIncidence.of(new CompetingSample(time, new int[] {1, 0, 1, 1, 0, 1}), 1);
        SurvivalCurve survival =
                KaplanMeier.of(SurvivalSample.of(time, new boolean[] {true, false, true, true, false, true}));
        for (double t : time) {
            assertThat(curve.at(t)).isCloseTo(1 - survival.at(t), within(1e-15));
        }
    }

    private static void close(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
