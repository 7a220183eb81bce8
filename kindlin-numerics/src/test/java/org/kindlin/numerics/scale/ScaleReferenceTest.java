package org.kindlin.numerics.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scales against values computed to 25 digits from the formulas of Gating-ML 2.0 with extended precision (mpmath), as kept
 * in {@code shared/reference/cytometry/transforms}.
 */
class ScaleReferenceTest {
    private static final double AGREES = 5e-15;

    record Case(Scale scale, double value, BigDecimal place) {}

    static List<Case> cases() {
        try (InputStream in = ScaleReferenceTest.class.getResourceAsStream("gating-ml-reference.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(ScaleReferenceTest::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case parse(String line) {
        String[] cells = line.split(",", -1);
        double t = Double.parseDouble(cells[1]);
        double m = Double.parseDouble(cells[3]);
        Scale scale = switch (cells[0]) {
            case "logicle" -> new LogicleScale(t, Double.parseDouble(cells[2]), m, Double.parseDouble(cells[4]));
            case "hyperlog" -> new HyperlogScale(t, Double.parseDouble(cells[2]), m, Double.parseDouble(cells[4]));
            case "fasinh" -> new ArcsinhScale(t, m, Double.parseDouble(cells[4]));
            case "flog" -> new LogScale(t, m);
            default -> throw new IllegalStateException(line);
        };
        return new Case(scale, Double.parseDouble(cells[5]), new BigDecimal(cells[6]));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void placeAgrees(Case reference) {
        BigDecimal error = new BigDecimal(reference.scale().apply(reference.value())).subtract(reference.place());
        assertThat(error.abs().doubleValue()).isLessThan(AGREES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valueComesBack(Case reference) {
        double back = reference.scale().invert(reference.place().doubleValue());
        assertThat(Math.abs(back - reference.value()))
                .isLessThan(2e-14
                        * Math.max(
                                Math.abs(reference.value()),
                                1e-3 * reference.scale().invert(1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void columnAgrees(Case reference) {
        double value = reference.value();
        ColumnScale columns = reference.scale().forColumns();
        for (int pass = 0; pass < 2; pass++) {
            assertThat(Math.abs(columns.apply(value) - reference.scale().apply(value)))
                    .isLessThanOrEqualTo(ColumnScale.TOLERANCE);
        }
    }
}
