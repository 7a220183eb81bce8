package org.kindlin.assays.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.Faults;

class ReadQueryTest {
    private static final WellAddress A1 = WellAddress.of("A1");
    private static final WellAddress A2 = WellAddress.of("A2");
    private static final WellAddress A3 = WellAddress.of("A3");

    /** A1 rises by 0.5 a minute from 1 on; A2 overflows at 120 s; A3 is read at 0 and 60 s only. */
    private static Plate kinetic() {
        List<PlateRead> reads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<WellAddress, Reading> readings = new TreeMap<>();
            readings.put(A1, new Reading.Measured(1 + 0.5 * i));
            readings.put(A2, i == 2 ? new Reading.Overflow("OVER") : new Reading.Measured(7));
            readings.put(A3, i < 2 ? new Reading.Measured(2.0 - i) : Reading.empty());
            reads.add(new PlateRead(
                    "OD:600",
                    DetectionMode.ABSORBANCE,
                    "OD",
                    new Wavelengths(null, 600.0),
                    false,
                    ReadPoint.at(i + 1, 60.0 * i),
                    new TreeMap<>(readings)));
        }
        reads.add(PlateRead.endpoint("Lum", DetectionMode.LUMINESCENCE, Map.of(A1, new Reading.Measured(99))));
        return new Plate("f.txt", "", "", PlateFormat.WELLS_96, reads, List.of());
    }

    @Test
    void aKineticMeasurementIsNotCutDownToAPointUnasked() {
        assertThat(fault(ReadQuery.ANY)).contains("4 points from 0 to 180 s", "readTime", "kinetic");
        assertThat(fault(ReadQuery.labelled("OD:600"))).contains("is a series");
        assertThat(choice(ReadQuery.labelled("Lum")).read().label()).isEqualTo("Lum");
    }

    @Test
    void aTimePointIsTheNearestReadAndOneThatWasNotReadIsRefused() {
        ReadChoice choice = choice(asked("", 600.0, 65.0, KineticSummary.NONE));

        assertThat(choice.read().seconds()).isEqualTo(60.0);
        assertThat(choice.reason()).contains("nearest to the 65 s");
        assertThat(fault(asked("", 600.0, 400.0, KineticSummary.NONE))).contains("nothing was read at 400 s");
        assertThat(fault(asked("", 405.0, null, KineticSummary.NONE))).contains("no read is at 405 nm");
    }

    @Test
    void summariesOverTheWholeMeasurementAndOverAWindow() {
        PlateRead slope = choice(asked("", null, null, KineticSummary.SLOPE)).read();

        assertThat(slope.at(A1).value().orElseThrow()).isCloseTo(0.5, within(1e-15));
        assertThat(slope.unit()).isEqualTo("OD/min");
        assertThat(slope.at(A2)).isEqualTo(new Reading.Overflow("OVER"));
        assertThat(slope.at(A3)).isEqualTo(new Reading.Measured(-1));
        assertThat(choice(asked("", null, null, KineticSummary.MAX)).read().at(A1))
                .isEqualTo(new Reading.Measured(2.5));
        assertThat(choice(asked("", null, null, KineticSummary.LAST)).read().at(A2))
                .isEqualTo(new Reading.Measured(7));
        assertThat(choice(asked("", null, null, KineticSummary.LAST)).read().at(A3))
                .isEqualTo(new Reading.Measured(1));
        ReadQuery window = new ReadQuery("", null, null, KineticSummary.MEAN, 60, 120);
        assertThat(choice(window).read().at(A1)).isEqualTo(new Reading.Measured(1.75));
        assertThat(choice(window).read().label()).isEqualTo("mean of OD:600 from 60 s to 120 s");
        assertThat(fault(new ReadQuery("", null, null, KineticSummary.SLOPE, 170, 1000)))
                .contains("needs 2 timed reads");
    }

    private static ReadQuery asked(
            String label, @Nullable Double nanometres, @Nullable Double seconds, KineticSummary summary) {
        return new ReadQuery(label, nanometres, seconds, summary, 0, Double.POSITIVE_INFINITY);
    }

    private static ReadChoice choice(ReadQuery query) {
        Faults faults = new Faults();
        ReadChoice choice = ReadChoice.of(kinetic(), query, faults).orElseThrow();
        assertThat(faults.any()).isFalse();
        return choice;
    }

    private static String fault(ReadQuery query) {
        Faults faults = new Faults();
        assertThat(ReadChoice.of(kinetic(), query, faults)).isEmpty();
        assertThat(faults.all()).hasSize(1);
        return faults.all().getFirst().toString();
    }
}
