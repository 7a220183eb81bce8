package org.kindlin.numerics.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kindlin.numerics.sigmoid.SigmoidData;

/**
 * Optimum, effect doses and their profile intervals of each family against SciPy 1.x: {@code least_squares} (trf,
 * tolerances 1e-15) from the truth and 60 random starts, polished with a complex-step Jacobian; profiles with the effect
 * dose found by a scalar root in the place of a parameter, crossings by {@code brentq}. Simulated data, rounded to two
 * decimals; script: {@code src/test/python/curve_families.py}. The expected values hold to at least 8 digits
 * (parameters) and 6 (interval limits).
 */
class CurveFamiliesReferenceTest {
    private static final Map<String, List<String[]>> DATA = grouped("families.csv");
    private static final Map<String, List<String[]>> EXPECTED = grouped("families-expected.csv");

    static Stream<String> cases() {
        return EXPECTED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheOptimum(String name) {
        CurveFit fit = fit(name);
        Map<String, Double> expected = expected(name);
        double rss = Objects.requireNonNull(expected.get("rss"));
        assertThat(fit.rss()).isCloseTo(rss, within(1e-9 * rss));
        double[] values = fit.values();
        for (int j = 0; j < values.length; j++) {
            double value = Objects.requireNonNull(expected.get("p" + j));
            assertThat(values[j])
                    .as(fit.family().parameters().get(j).name())
                    .isCloseTo(value, within(1e-6 * Math.max(0.1, Math.abs(value))));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void profilesEffectDoses(String name) {
        CurveFit fit = fit(name);
        Map<String, Double> expected = expected(name);
        for (int level : new int[] {10, 50, 90}) {
            if (expected.containsKey("ec" + level)) {
                check(fit, new EffectTarget.Relative(level / 100.0), "ec" + level, expected);
            }
        }
        if (expected.containsKey("at20")) {
            check(fit, new EffectTarget.Absolute(20), "at20", expected);
        }
    }

    private static void check(CurveFit fit, EffectTarget target, String name, Map<String, Double> expected) {
        EffectDose dose = EffectDose.of(fit, target).orElseThrow();
        assertThat(dose.logDose()).as(name).isCloseTo(value(expected, name), within(1e-7));
        CurveParameter.Limits limits = dose.profile(0.95).orElseThrow();
        checkEnd(limits.low(), value(expected, name + "-low"), name);
        checkEnd(limits.high(), value(expected, name + "-high"), name);
        assertThat(dose.standardError()).isPresent();
    }

    private static void checkEnd(double found, double expected, String name) {
        if (Double.isInfinite(expected)) {
            assertThat(found).as(name).isInfinite();
        } else {
            assertThat(found).as(name).isCloseTo(expected, within(2e-6));
        }
    }

    private static double value(Map<String, Double> expected, String name) {
        return Objects.requireNonNull(expected.get(name), name);
    }

    static CurveFit fit(String name) {
        List<String[]> rows = Objects.requireNonNull(DATA.get(name));
        double[] dose =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
        double[] response =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray();
        return CurveSearch.fit(families(name), SigmoidData.ofDoses(dose, response), CurveOptions.STANDARD)
                .fit()
                .orElseThrow();
    }

    private static List<CurveFamily> families(String name) {
        return switch (name.replace("-rising", "")) {
            case "weibull1" -> CurveFamilies.weibullOne(Optional.empty());
            case "weibull2" -> CurveFamilies.weibullTwo(Optional.empty());
            case "gompertz" -> CurveFamilies.gompertz(Optional.empty());
            case "brain-cousens" -> CurveFamilies.brainCousens(Optional.empty());
            case "biphasic" -> CurveFamilies.biphasic(Optional.empty());
            case "linear" -> CurveFamilies.straightLine();
            case "5pl" -> CurveFamilies.fiveParameterLogistic(Optional.empty());
            case "hill" -> CurveFamilies.hill();
            case "gnls" -> CurveFamilies.gainLoss();
            case "poly2" -> CurveFamilies.quadratic();
            case "pow" -> CurveFamilies.power();
            case "exp2" -> CurveFamilies.exponentialTwo();
            case "exp3" -> CurveFamilies.exponentialThree();
            case "exp4" -> CurveFamilies.exponentialFour();
            case "exp5" -> CurveFamilies.exponentialFive();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Map<String, Double> expected(String name) {
        Map<String, Double> values = new LinkedHashMap<>();
        Objects.requireNonNull(EXPECTED.get(name)).forEach(row -> values.put(row[1], number(row[2])));
        return values;
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static Map<String, List<String[]>> grouped(String file) {
        Map<String, List<String[]>> cases = new LinkedHashMap<>();
        try (InputStream stream = CurveFamiliesReferenceTest.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> cases.computeIfAbsent(row[0], _ -> new ArrayList<>())
                            .add(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }
}
