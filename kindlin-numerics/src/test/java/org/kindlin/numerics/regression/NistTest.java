package org.kindlin.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kindlin.numerics.regression.NistProblem.Coefficient;
import org.kindlin.numerics.regression.RegressionResult.Converged;

/**
 * All 27 nonlinear regression problems of the NIST Statistical Reference Datasets from both starting points, with one
 * and the same algorithm and no setting. Printed and asserted: the log relative error, that is the number of correct
 * digits, of the worst parameter, the worst standard deviation and the residual sum of squares.
 *
 * <p>Certified values carry 11 digits. Lanczos1 was generated without noise: its residuals are 10⁻¹³ of the response, so
 * double arithmetic of the model leaves two to three digits of the residual sum and of what is computed from it.
 */
class NistTest {
    private static final double PARAMETER_DIGITS = 10;
    private static final double DEVIATION_DIGITS = 10;
    private static final double LANCZOS1_DIGITS = 2;

    static Stream<Arguments> problems() {
        return NistModels.names().stream().flatMap(name -> Stream.of(Arguments.of(name, 1), Arguments.of(name, 2)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void reachesTheCertifiedValues(String name, int start) {
        NistProblem nist = NistProblem.read(name);
        LeastSquaresProblem problem =
                new LeastSquaresProblem(NistModels.of(name), nist.observations(), nist.layout(start));
        assertThat(LeastSquares.fit(problem)).isInstanceOfSatisfying(Converged.class, converged -> {
            RegressionFit fit = converged.fit();
            double parameters = 11;
            double deviations = 11;
            for (int j = 0; j < nist.coefficients().size(); j++) {
                Coefficient certified = nist.coefficients().get(j);
                ParameterEstimate estimate = fit.estimates().get(j);
                parameters = Math.min(parameters, digits(estimate.value(), certified.certified()));
                deviations =
                        Math.min(deviations, digits(estimate.standardError().orElseThrow(), certified.deviation()));
            }
            double rss = digits(fit.rss(), nist.rss());
            System.out.printf(
                    Locale.ROOT,
                    "%-9s start %d: %5.2f digits of parameters, %5.2f of deviations, %5.2f of rss; %4d iterations, condition %.1e%n",
                    name,
                    start,
                    parameters,
                    deviations,
                    rss,
                    fit.iterations(),
                    fit.conditionNumber());
            double rest = name.equals("Lanczos1") ? LANCZOS1_DIGITS : DEVIATION_DIGITS;
            assertThat(parameters).isGreaterThanOrEqualTo(PARAMETER_DIGITS);
            assertThat(deviations).isGreaterThanOrEqualTo(rest);
            assertThat(rss).isGreaterThanOrEqualTo(rest);
            assertThat(fit.df())
                    .isEqualTo(nist.rows().size() - nist.coefficients().size());
        });
    }

    private static double digits(double value, double certified) {
        double error = Math.abs(value - certified) / Math.abs(certified);
        return error == 0 ? 11 : Math.min(11, -Math.log10(error));
    }
}
