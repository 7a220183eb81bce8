package org.kindlin.numerics.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.column.ColumnKernel;
import org.kindlin.numerics.random.RandomStream;

/** What holds for every scale. */
class ScaleTest {

    private static List<Scale> scales() {
        List<Scale> scales = new ArrayList<>(List.of(
                new LinearScale(262144, 0),
                new LinearScale(1000, 100),
                new LogScale(262144, 4.5),
                new ArcsinhScale(262144, 4.5, 0),
                new ArcsinhScale(1000, 4, 1),
                new LogicleScale(262144, 0, 4.5, 0),
                new LogicleScale(262144, 0.5, 4.5, 0),
                new LogicleScale(262144, 2.25, 4.5, 0),
                new LogicleScale(262144, 0.5, 4.5, -0.5),
                new LogicleScale(1e7, 1, 9, 2),
                new HyperlogScale(262144, 0.5, 4.5, 0),
                new HyperlogScale(1000, 1e-3, 4, 0),
                new HyperlogScale(1000, 2, 4, -2),
                new ClampedScale(new LogicleScale(262144, 0.5, 4.5, 0), 0, 1)));
        RandomStream random = RandomStream.ofSeed(1);
        for (int i = 0; i < 30; i++) {
            double m = random.nextUniform(1, 8);
            double w = random.nextUniform(0.01, m / 2);
            double a = random.nextUniform(-w, m - 2 * w);
            double t = StrictMath.pow(10, random.nextUniform(0, 8));
            scales.add(new LogicleScale(t, w, m, a));
            scales.add(new HyperlogScale(t, w, m, a));
        }
        return scales;
    }

    /** Numbers over all magnitudes, most near those of the scale. */
    private static double number(RandomStream random, Scale scale) {
        double magnitude = StrictMath.pow(10, random.nextUniform(-9, 1.5));
        return scale.invert(1) * magnitude * (random.nextDouble() < 0.3 ? -1 : 1);
    }

    @Test
    void rises() {
        for (Scale scale : scales()) {
            double before = scale.apply(-1e5);
            for (int i = -99_999; i < 300_000; i += 331) {
                double here = scale.apply(i);
                if (!Double.isNaN(before)) {
                    assertThat(here).as("%s at %s", scale, i).isGreaterThanOrEqualTo(before);
                }
                before = here;
            }
        }
    }

    @Test
    void topIsAtOne() {
        for (Scale scale : scales()) {
            assertThat(scale.apply(scale.invert(1))).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void inverseTakesBackToRounding() {
        RandomStream random = RandomStream.ofSeed(2);
        for (Scale scale : scales()) {
            for (int i = 0; i < 300; i++) {
                double value = number(random, scale);
                double place = scale.apply(value);
                if (Double.isFinite(place)) {
                    assertThat(scale.apply(scale.invert(place)))
                            .as("%s of %s", scale, value)
                            .isCloseTo(place, within(1e-14));
                }
            }
        }
    }

    /** The end of a number's cell, or the number next to it. */
    private static double edge(double value) {
        double end = Double.longBitsToDouble(Double.doubleToRawLongBits(value) >> 47 << 47);
        return value > 1 ? end : Math.nextDown(end);
    }

    @Test
    void columnsAreTheScaleToTheTolerance() {
        RandomStream random = RandomStream.ofSeed(3);
        for (Scale scale : scales()) {
            ColumnScale columns = scale.forColumns();
            double[] values = new double[8000];
            for (int i = 0; i < values.length; i++) {
                values[i] = i % 2 == 0 || i < 2 ? number(random, scale) : edge(values[i - 1]);
            }
            double[] places = new double[values.length];
            columns.apply(values, places, values.length);
            columns.apply(values, places, values.length); // from the table that the first pass has filled
            for (int i = 0; i < values.length; i++) {
                double exact = scale.apply(values[i]);
                if (Double.isNaN(exact)) {
                    assertThat(places[i]).isNaN();
                } else {
                    assertThat(places[i])
                            .as("%s at %s", scale, values[i])
                            .isCloseTo(exact, within(ColumnScale.TOLERANCE));
                }
            }
        }
    }

    @Test
    void roundedPlacesAreTheScaleToSinglePrecision() {
        RandomStream random = RandomStream.ofSeed(4);
        for (Scale scale : scales()) {
            RoundedScale rounded = new RoundedScale(scale.forColumns());
            ColumnKernel kernel = ColumnKernel.plain();
            double[] values = new double[6000];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(100) == 0 ? 0 : number(random, scale);
            }
            float[] places = new float[values.length + 1];
            rounded.apply(kernel, values, values.length, places, 1);
            rounded.apply(kernel, values, values.length, places, 1); // from the table that the first pass has filled
            for (int i = 0; i < values.length; i++) {
                double exact = scale.apply(values[i]);
                double error = RoundedScale.TOLERANCE * Math.max(1, Math.abs(exact));
                if (Double.isFinite(exact)) {
                    assertThat(places[i + 1]).as("%s at %s", scale, values[i]).isCloseTo((float) exact, within((float)
                            error));
                } else {
                    assertThat(Float.valueOf(places[i + 1])).isEqualTo(Float.valueOf((float) exact));
                }
            }
        }
    }

    @Test
    void numbersThatAreNoneAreHandedOn() {
        ColumnScale columns = new LogicleScale(262144, 0.5, 4.5, 0).forColumns();
        assertThat(columns.apply(Double.NaN)).isNaN();
        assertThat(columns.apply(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(columns.apply(0)).isEqualTo(0.5 / 4.5);
        assertThat(columns.apply(Double.MIN_VALUE)).isCloseTo(0.5 / 4.5, within(1e-15));
        assertThat(columns.apply(Float.MAX_VALUE)).isGreaterThan(1);
    }

    @Test
    void logarithmOfNoPositiveNumber() {
        Scale scale = new LogScale(1000, 4);
        assertThat(scale.apply(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(scale.apply(-1)).isNaN();
    }

    @Test
    void clampingMovesIntoTheRange() {
        Scale scale = new ClampedScale(new LinearScale(100, 0), 0.2, 0.8);
        assertThat(scale.apply(10)).isEqualTo(0.2);
        assertThat(scale.apply(50)).isEqualTo(0.5);
        assertThat(scale.apply(1000)).isEqualTo(0.8);
        assertThat(scale.apply(Double.NaN)).isNaN();
    }

    @Test
    void parametersOutsideTheDomainAreRefusedByName() {
        assertThatThrownBy(() -> new LogicleScale(0, 0.5, 4.5, 0)).hasMessageContaining("logicle scale: T = 0.0");
        assertThatThrownBy(() -> new LogicleScale(1, 2.3, 4.5, 0)).hasMessageContaining("W = 2.3");
        assertThatThrownBy(() -> new LogicleScale(1, 0.5, 4.5, -0.6)).hasMessageContaining("A = -0.6");
        assertThatThrownBy(() -> new LogicleScale(1, 0.5, 4.5, 3.6)).hasMessageContaining("A = 3.6");
        assertThatThrownBy(() -> new LogicleScale(Double.NaN, 0.5, 4.5, 0)).hasMessageContaining("T = NaN");
        assertThatThrownBy(() -> new HyperlogScale(1, 0, 4.5, 0)).hasMessageContaining("hyperlog scale: W = 0.0");
        assertThatThrownBy(() -> new ArcsinhScale(1, 4, 5)).hasMessageContaining("A = 5.0");
        assertThatThrownBy(() -> new LogScale(1, -1)).hasMessageContaining("M = -1.0");
        assertThatThrownBy(() -> new LinearScale(1, 2)).hasMessageContaining("A = 2.0");
        assertThatThrownBy(() -> new ClampedScale(new LogScale(1, 1), 1, 0)).hasMessageContaining("lowest place = 1.0");
    }

    @Test
    void equalParametersMakeEqualScales() {
        assertThat(new LogicleScale(1, 0.1, 4, 0)).isEqualTo(new LogicleScale(1, 0.1, 4, 0));
        assertThat(new LogicleScale(1, 0.1, 4, 0)).isNotEqualTo(new HyperlogScale(1, 0.1, 4, 0));
        assertThat(new HyperlogScale(1, 0.1, 4, 0)).hasSameHashCodeAs(new HyperlogScale(1, 0.1, 4, 0));
    }
}
