package org.kindlin.numerics.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.SurvivalSample;

/**
 * Delayed entry, changing covariates and clusters: against the definition, computed by plain loops over all pairs, and by the
 * rule that cutting a subject's time into stretches changes nothing.
 */
class CoxStretchesTest {
    private static final int SUBJECTS = 60;

    private record Study(double[] entry, double[] exit, boolean[] event, double[] x, double[] w, int[] stratum) {
        static Study of(long seed, boolean truncated) {
            RandomStream random = RandomStream.ofSeed(seed);
            Study study = new Study(
                    new double[SUBJECTS],
                    new double[SUBJECTS],
                    new boolean[SUBJECTS],
                    new double[SUBJECTS],
                    new double[SUBJECTS],
                    new int[SUBJECTS]);
            for (int i = 0; i < SUBJECTS; i++) {
                study.x[i] = random.nextGaussian();
                study.w[i] = random.nextInt(2);
                study.entry[i] = truncated ? random.nextInt(6) : 0;
                study.exit[i] = study.entry[i]
                        + Math.ceil(8 * random.nextExponential() * Math.exp(-0.5 * study.x[i] + 0.3 * study.w[i]));
                study.event[i] = random.nextDouble() < 0.7;
                study.stratum[i] = i % 2;
            }
            return study;
        }

        CoxData data() {
            return new CoxData(new SurvivalSample(entry, exit, event), new double[][] {x, w}, stratum);
        }

        /** The log partial likelihood by its definition, for Efron's and Breslow's ties. */
        double logLikelihood(double[] b, Ties ties) {
            double sum = 0;
            for (int i = 0; i < SUBJECTS; i++) {
                if (event[i] && first(i)) {
                    sum += atTime(i, b, ties);
                }
            }
            return sum;
        }

        private boolean first(int i) {
            return IntStream.range(0, i).noneMatch(j -> event[j] && exit[j] == exit[i] && stratum[j] == stratum[i]);
        }

        private double atTime(int i, double[] b, Ties ties) {
            double all = 0;
            double tied = 0;
            double sum = 0;
            int deaths = 0;
            for (int j = 0; j < SUBJECTS; j++) {
                if (stratum[j] != stratum[i] || entry[j] >= exit[i] || exit[j] < exit[i]) {
                    continue;
                }
                double eta = b[0] * x[j] + b[1] * w[j];
                all += Math.exp(eta);
                if (event[j] && exit[j] == exit[i]) {
                    tied += Math.exp(eta);
                    sum += eta;
                    deaths++;
                }
            }
            for (int k = 0; k < deaths; k++) {
                sum -= Math.log(all - (ties == Ties.EFRON ? tied * k / deaths : 0));
            }
            return sum;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EFRON", "BRESLOW"})
    void theMaximumIsThatOfTheDefinition(Ties ties) {
        for (long seed = 1; seed <= 5; seed++) {
            Study study = Study.of(seed, true);
            CoxFit fit = fit(study.data(), ties);
            double[] b = fit.coefficients();
            double at = study.logLikelihood(b, ties);
            assertThat(fit.logLikelihood()).isCloseTo(at, within(1e-9));
            assertThat(fit.logLikelihoodNull()).isCloseTo(study.logLikelihood(new double[2], ties), within(1e-9));
            double h = 1e-4;
            double[][] curvature = new double[2][2];
            for (int j = 0; j < 2; j++) {
                double[] up = b.clone();
                double[] down = b.clone();
                up[j] += h;
                down[j] -= h;
                double above = study.logLikelihood(up, ties);
                double below = study.logLikelihood(down, ties);
                assertThat((above - below) / (2 * h)).isCloseTo(0, within(1e-6));
                curvature[j][j] = -(above - 2 * at + below) / (h * h);
            }
            double determinant =
                    fit.covariance()[0][0] * fit.covariance()[1][1] - fit.covariance()[0][1] * fit.covariance()[1][0];
            assertThat(fit.covariance()[1][1] / determinant).isCloseTo(curvature[0][0], within(1e-4 * curvature[0][0]));
            assertThat(fit.covariance()[0][0] / determinant).isCloseTo(curvature[1][1], within(1e-4 * curvature[1][1]));
        }
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void cuttingTimeIntoStretchesChangesNothing(Ties ties) {
        Study study = Study.of(7, true);
        RandomStream random = RandomStream.ofSeed(8);
        List<double[]> rows = new ArrayList<>(); // entry, exit, event, x, w, stratum, subject
        for (int i = 0; i < SUBJECTS; i++) {
            double from = study.entry()[i];
            double cut = from + Math.floor((study.exit()[i] - from) * random.nextDouble());
            if (cut > from && cut < study.exit()[i]) {
                rows.add(new double[] {from, cut, 0, study.x()[i], study.w()[i], study.stratum()[i], i});
                from = cut;
            }
            rows.add(new double[] {
                from, study.exit()[i], study.event()[i] ? 1 : 0, study.x()[i], study.w()[i], study.stratum()[i], i
            });
        }
        assertThat(rows.size()).isGreaterThan(SUBJECTS + 20);
        boolean[] event = new boolean[rows.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = rows.get(i)[2] == 1;
        }
        CoxData cut = new CoxData(
                new SurvivalSample(column(rows, 0), column(rows, 1), event),
                new double[][] {column(rows, 3), column(rows, 4)},
                rows.stream().mapToInt(row -> (int) row[5]).toArray());
        int[] subject = rows.stream().mapToInt(row -> (int) row[6]).toArray();
        CoxFit whole = fit(study.data(), ties);
        CoxFit pieces = fit(cut, ties);
        assertThat(pieces.logLikelihood()).isCloseTo(whole.logLikelihood(), within(1e-10));
        int[] each = IntStream.range(0, SUBJECTS).toArray();
        double[][] robust = CoxResiduals.of(whole).robustCovariance(each);
        double[][] clustered = CoxResiduals.of(pieces).robustCovariance(subject);
        double[] martingale = new double[SUBJECTS];
        double[] sums = CoxResiduals.of(pieces).martingale();
        for (int i = 0; i < sums.length; i++) {
            martingale[subject[i]] += sums[i];
        }
        for (int j = 0; j < 2; j++) {
            assertThat(pieces.coefficients()[j]).isCloseTo(whole.coefficients()[j], within(1e-9));
            for (int k = 0; k < 2; k++) {
                assertThat(clustered[j][k]).isCloseTo(robust[j][k], within(1e-10));
            }
        }
        assertThat(martingale).containsExactly(CoxResiduals.of(whole).martingale(), within(1e-9));
        assertThat(Concordance.of(pieces, subject).value())
                .isCloseTo(Concordance.of(whole).value(), within(1e-12));
        assertThat(KaplanMeier.of(cut.sample()).at(9))
                .isCloseTo(KaplanMeier.of(study.data().sample()).at(9), within(1e-12));
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static CoxFit fit(CoxData data, Ties ties) {
        return ((CoxOutcome.Fitted) CoxRegression.fit(data, ties)).fit();
    }

    /** Whoever is left out: the coefficients move as the influence says, to first order. */
    @ParameterizedTest
    @EnumSource(names = {"EFRON", "BRESLOW"})
    void influenceIsWhatLeavingOutDoes(Ties ties) {
        Study study = Study.of(3, true);
        CoxFit fit = fit(study.data(), ties);
        double[][] influence = CoxResiduals.of(fit).influence();
        double agreement = 0;
        double size = 0;
        for (int i = 0; i < SUBJECTS; i++) {
            int left = i;
            int[] rest = IntStream.range(0, SUBJECTS).filter(j -> j != left).toArray();
            CoxFit without = fit(
                    new CoxData(
                            study.data().sample().at(rest),
                            new double[][] {
                                IntStream.of(rest)
                                        .mapToDouble(j -> study.x()[j])
                                        .toArray(),
                                IntStream.of(rest)
                                        .mapToDouble(j -> study.w()[j])
                                        .toArray()
                            },
                            IntStream.of(rest).map(j -> study.stratum()[j]).toArray()),
                    ties);
            double moved = fit.coefficients()[0] - without.coefficients()[0];
            agreement += Math.abs(moved - influence[0][i]);
            size += Math.abs(moved);
        }
        assertThat(agreement / size).isLessThan(0.15);
    }
}
