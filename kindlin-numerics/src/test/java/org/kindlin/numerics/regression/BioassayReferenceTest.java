package org.kindlin.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.regression.ProfileInterval.End;
import org.kindlin.numerics.regression.RegressionResult.Converged;

/**
 * The four-parameter log-logistic fitted by the general engine to classic bioassay data, against the exact least-squares
 * optimum and its 95 % profile interval from high-precision arithmetic. The data came with the R package drc (GPL-2), so
 * they are read beside the repository where they are present and never shipped.
 */
class BioassayReferenceTest {
    private static final Model LOG_LOGISTIC = Model.ofCurve((p, x) -> x == 0
            ? p[2]
            : p[1].plus(p[2].minus(p[1])
                    .dividedBy(p[3].negate()
                            .plus(StrictMath.log(x))
                            .times(p[0])
                            .exp()
                            .plus(1))));

    @Test
    void meetsTheExactOptimaAndProfiles() {
        Path folder = Path.of(System.getProperty("kindlin.root"), "..", "shared", "reference", "doseresponse", "drc");
        Assumptions.assumeTrue(
                Files.isDirectory(folder), "reference data of the R package drc are not beside the repository");
        for (String[] expected : rows(folder.resolve("expected_exact_ls_LL4.csv"))) {
            Observations data = data(folder, expected[0]);
            double[] number = Arrays.stream(expected)
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(data.size()).isEqualTo((int) number[0]);
            RegressionFit fit = fit(data);
            assertThat(fit.rss()).isCloseTo(number[5], withinPercentage(1e-9));
            assertThat(fit.value("b")).isCloseTo(number[1], withinPercentage(1e-6));
            assertThat(fit.value("d")).isCloseTo(number[3], withinPercentage(1e-6));
            assertThat(Math.exp(fit.value("lnE"))).isCloseTo(number[4], withinPercentage(1e-6));
            assertThat(fit.estimate("b").standardError().orElseThrow()).isCloseTo(number[7], withinPercentage(1e-6));
            assertThat(fit.estimate("lnE").standardError().orElseThrow()).isCloseTo(number[10], withinPercentage(1e-6));
            ProfileInterval.Found interval = (ProfileInterval.Found)
                    ProfileLikelihood.interval(fit, "lnE", 0.95).orElseThrow();
            compare(interval.low(), number[12]);
            if (expected[0].startsWith("S.alba Bentazone")) {
                // Up to the dose 40 an ever steeper curve fits within the limit: the listed end is one of a bounded
                // slope.
                assertThat(interval.high())
                        .isInstanceOfSatisfying(
                                End.At.class,
                                at -> assertThat(Math.exp(at.value())).isBetween(number[13], 40.0));
            } else {
                compare(interval.high(), number[13]);
            }
        }
    }

    private static void compare(End end, double expected) {
        if (Double.isFinite(expected) && expected > 0) {
            assertThat(end)
                    .isInstanceOfSatisfying(
                            End.At.class,
                            at -> assertThat(Math.exp(at.value())).isCloseTo(expected, withinPercentage(1e-6)));
        } else {
            assertThat(end).isInstanceOf(End.Open.class);
        }
    }

    private static RegressionFit fit(Observations data) {
        double[] logs = new double[data.size()];
        Arrays.setAll(logs, i -> StrictMath.log(data.predictors(i)[0]));
        double[] finite = Arrays.stream(logs).filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().getAsDouble();
        double high = Arrays.stream(finite).max().getAsDouble();
        ParameterLayout layout = ParameterLayout.of(
                Parameter.bounded("b", 1, 0.01, 1000),
                Parameter.free("c", 0),
                Parameter.free("d", data.response(0)),
                Parameter.bounded("lnE", low, low - 10, high + 10));
        MultiStart search = GridStart.fit(
                new LeastSquaresProblem(LOG_LOGISTIC, data, layout), "lnE", GridStart.grid(low, high, 0.5));
        return ((Converged) search.best()).fit();
    }

    private static Observations data(Path folder, String name) {
        String[] words = name.split(" ", -1);
        return switch (words[0]) {
            case "ryegrass" -> columns(folder.resolve("ryegrass.csv"), "conc", "rootl", row -> true);
            case "S.alba" -> columns(folder.resolve("S.alba.csv"), "Dose", "DryMatter", row -> row[1].equals(words[1]));
            case "spinach" -> columns(folder.resolve("spinach.csv"), "DOSE", "SLOPE", row -> row[0].equals(words[2]));
            default -> columns(folder.resolve("secalonic.csv"), "dose", "rootl", row -> true);
        };
    }

    private static Observations columns(Path file, String x, String y, Predicate<String[]> keep) {
        List<String> header = List.of(lines(file).getFirst().replace("\"", "").split(",", -1));
        List<String[]> rows = rows(file).stream().filter(keep).toList();
        return Observations.of(column(rows, header.indexOf(x)), column(rows, header.indexOf(y)));
    }

    private static double[] column(List<String[]> rows, int index) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray();
    }

    private static List<String[]> rows(Path file) {
        return lines(file).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", -1))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Objects.requireNonNull(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
