package org.kindlin.assays.viability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.growth.GrowthRateInhibition;
import org.kindlin.numerics.random.RandomStream;

/** Intervals of growth rate inhibition where cell number, not growth, may be logistic in dose. */
class CellNumberFormTest {
    private static final GrowthRateInhibition GROWTH = new GrowthRateInhibition(3);
    private static final double LOWEST = GROWTH.relativeCount(-0.4);

    @Test
    void intervalsReachTowardTheOtherFormByItsWeight() {
        CellNumberForm form = new CellNumberForm(0.5, OptionalDouble.of(400), -0.1);

        Estimate gr50 = form.widenGr50(Estimate.of("gr50", 100, "nM", 80, 125, 0.95, 10, "fit"));
        assertThat(gr50.value()).isEqualTo(100);
        assertThat(gr50.low()).isEqualTo(80);
        assertThat(gr50.high()).isCloseTo(250, within(1e-9));

        Estimate grInf = form.widenGrInf(Estimate.of("grInf", 0.1, "", 0.0, 0.2, 0.95, 0.05, "fit"));
        assertThat(grInf.low()).isCloseTo(-0.1, within(1e-12));
        assertThat(grInf.high()).isEqualTo(0.2);
    }

    @Test
    void wellsWhoseCellNumberIsLogisticAreRecognised() {
        SubjectResult number = analyze(dose -> LOWEST + (1 - LOWEST) / (1 + Math.pow(dose / 3000, 1.5)));
        assertThat(number.warnings()).extracting(Warning::code).contains("gr-form");
        Estimate grInf = number.estimate("grInf").orElseThrow();
        assertThat(grInf.low()).isLessThan(-0.4);
        assertThat(grInf.high()).isGreaterThan(-0.4);

        SubjectResult growth = analyze(dose -> GROWTH.relativeCount(-0.4 + 1.4 / (1 + Math.pow(dose / 3000, 1.5))));
        assertThat(growth.warnings()).extracting(Warning::code).doesNotContain("gr-form");
    }

    /** Ten doses in sextuplicate, 1 % scatter of a well. */
    private static SubjectResult analyze(DoubleUnaryOperator relativeCount) {
        RandomStream random = RandomStream.ofSeed(3);
        StringBuilder plate = new StringBuilder("well,absorbance\n");
        StringBuilder map = new StringBuilder("well,role,compound,form,concentration_nM\n");
        int at = 0;
        for (int i = 0; i < 8; i++) {
            at = add(plate, map, at, "blank,,,", 0, random);
            at = add(plate, map, at, "vehicle,,,", 1, random);
        }
        for (int i = 0; i < 10; i++) {
            double dose = 30 * Math.pow(10, 0.4 * i);
            for (int replicate = 0; replicate < 6; replicate++) {
                at = add(plate, map, at, "sample,X,free base," + dose, relativeCount.applyAsDouble(dose), random);
            }
        }
        InputFile treated = Experiments.file(
                "plate.csv", plate.toString(), Optional.of(map.toString()), Map.of("cellLine", "L", "time", "72 h"));
        InputFile start = new Experiments.Growing(3, 1000, 0, 1, 0.01, 2)
                .dayZero("day0.csv", Map.of("cellLine", "L", "time", "0 h"));
        return Experiments.only(Experiments.analyze(List.of(start, treated), Map.of()), "compound");
    }

    private static int add(
            StringBuilder plate, StringBuilder map, int at, String contents, double cells, RandomStream random) {
        String well = (char) ('A' + at % 8) + "" + (1 + at / 8);
        double signal = Experiments.BLANK + cells * (1 + 0.01 * random.nextGaussian()) + 0.001 * random.nextGaussian();
        plate.append(well).append(',').append(signal).append('\n');
        map.append(well).append(',').append(contents).append('\n');
        return at + 1;
    }
}
