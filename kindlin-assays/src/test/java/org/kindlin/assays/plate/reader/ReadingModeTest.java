package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Finding;
import org.kindlin.fault.ReadingMode;

class ReadingModeTest {
    /** A decimal comma among points, a row that ends early, a word of nobody's. */
    private static final String SLIPS = """
            ,1,2,3
            A,0.5,"0,25",0.125
            B,0.5,0.6
            C,0.5,hm,0.7
            D,0.5,0.6,0.7
            E,0.5,0.6,0.7
            """;

    @Test
    void lenientRepairsAndTellsEachRepairWithItsPlace() {
        Faults faults = new Faults();
        Plate plate = read(ReadingMode.LENIENT, faults).getFirst();

        assertThat(faults.any()).isFalse();
        assertThat(plate.firstRaw().at(WellAddress.of("A2"))).isEqualTo(new Reading.Measured(0.25));
        assertThat(plate.firstRaw().at(WellAddress.of("B3"))).isInstanceOf(Reading.Empty.class);
        assertThat(plate.firstRaw().at(WellAddress.of("C2"))).isEqualTo(new Reading.Invalid("hm"));
        assertThat(plate.findings()).extracting(Warning::code).contains("decimal-mark", "short-row", "no-reading");
        assertThat(plate.findings())
                .extracting(Warning::message)
                .anyMatch(text -> text.startsWith("line 2, column 3: "));
    }

    @Test
    void strictRefusesEachDeviation() {
        Faults faults = new Faults();

        assertThat(read(ReadingMode.STRICT, faults)).isEmpty();
        assertThat(faults.all())
                .extracting(Fault::place)
                .containsExactlyInAnyOrder("line 2, column 3", "line 3, column 4", "line 4, column 3");
        assertThat(read(ReadingMode.STRICT, ",1,2,3\nA,1,2,3\nB,4,5,OVER\n")).isEmpty();
    }

    @Test
    void reportListsEverythingAndAnalysesNothing() {
        Faults faults = new Faults();

        assertThat(read(ReadingMode.REPORT, faults)).isEmpty();
        assertThat(faults.all()).hasSize(4);
        assertThat(faults.all().getLast().problem()).isEqualTo("grid: 1 plate, 1 read, 14 wells");
        PlateFileReport report = PlateReaders.report(VendorText.file(SLIPS), ReadingMode.REPORT);
        assertThat(report.faults()).isEmpty();
        assertThat(report.findings()).extracting(Finding::severity).containsOnly(Finding.Severity.REPAIRED);
    }

    private static List<Plate> read(ReadingMode mode, Faults faults) {
        return PlateReaders.read(VendorText.file(SLIPS), mode, faults);
    }

    /** The faults of a sound file. */
    private static List<Fault> read(ReadingMode mode, String text) {
        Faults faults = new Faults();
        assertThat(PlateReaders.read(VendorText.file(text), mode, faults)).hasSize(1);
        return faults.all();
    }
}
