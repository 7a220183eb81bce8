package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindlin.assays.plate.reader.VendorText.GEN5_HEADER;
import static org.kindlin.assays.plate.reader.VendorText.plates;
import static org.kindlin.assays.plate.reader.VendorText.report;
import static org.kindlin.assays.plate.reader.VendorText.tabs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.workbook.TestWorkbook;
import org.kindlin.fault.ReadingMode;

/** Tables with a line for each well, and turned about; forms as the vendors' software gives them, numbers of our own. */
class WellListTest {
    private static final String OD = tabs("Read", "OD") + tabs("", "Absorbance Endpoint") + "\tFull Plate\n\n";
    private static final String STATISTICS = tabs(
                    "Well ID",
                    "Name",
                    "Well",
                    "Conc/Dil",
                    "OD:570",
                    "[Concentration]",
                    "Count",
                    "Mean",
                    "Std Dev",
                    "CV (%)")
            + tabs("BLK", "", "H1", "", "0.051", "?????", "2", "0.052", "0.001", "2.7")
            + tabs("", "", "H2", "", "0.053", "?????", "", "", "", "")
            + tabs("SPL1:2", "lysate", "A4", "0.5", "*0.412*", "17.1", "1", "0.412", "?????", "?????")
            + tabs("STD1", "", "A1", "100", "1.25", "101.2", "2", "1.26", "0.014", "1.1")
            + tabs("", "", "A2", "100", "OVRFLW", ">105", "", "", "", "");
    private static final String SKANIT = "Measurement results\ns.skax\n1/2/2024 15:47:02\n\nAbsorbance 1\n";

    private static WellLabel label(Plate plate, String well) {
        return Objects.requireNonNull(plate.labels().get(WellAddress.of(well)));
    }

    @Test
    void statisticsOfGen5AreReadWellByWell() {
        for (String text : List.of(GEN5_HEADER.formatted("Plate 7") + OD + STATISTICS, STATISTICS)) {
            Plate plate = plates("gen5", text).getFirst();

            assertThat(plate.reads()).extracting(PlateRead::label).containsExactly("OD:570", "[Concentration]");
            PlateRead od = plate.firstRaw();
            assertThat(od.label()).isEqualTo("OD:570");
            assertThat(od.wavelengths()).isEqualTo(new Wavelengths(null, 570.0));
            assertThat(od.readings()).hasSize(5);
            assertThat(od.at(WellAddress.of("H2"))).isEqualTo(new Reading.Measured(0.053));
            assertThat(od.at(WellAddress.of("A4"))).isEqualTo(new Reading.Masked("*0.412*"));
            assertThat(od.at(WellAddress.of("A2"))).isEqualTo(new Reading.Overflow("OVRFLW"));
            assertThat(plate.labels().get(WellAddress.of("A4"))).isEqualTo(new WellLabel("SPL1:2", "", "lysate", 0.5));
        }
    }

    @Test
    void theSameInAWorkbookAColumnToTheRight() {
        String sheet = (GEN5_HEADER.formatted("Plate 1") + OD + STATISTICS).replace("\n", "\n\t");
        PlateFileReport report =
                PlateReaders.report(TestWorkbook.of(Map.of("Plate 1", sheet)).file(), ReadingMode.STRICT);

        assertThat(report.faults()).isEmpty();
        assertThat(report.plates().getFirst().firstRaw().measured()).isEqualTo(3);
    }

    @Test
    void wellsSideBySideAboveTheirReadings() {
        String text = GEN5_HEADER.formatted("Plate 1") + OD + "Results\n" + tabs("Well", "A1", "A2", "A3")
                + tabs("Well ID", "BLK", "STD1", "POSCON") + tabs("Conc/Dil", "", "20", "")
                + tabs("OD:570", "0.1", "0.2", "0.3") + tabs("Blank OD:570", "0", "0.1", "0.2") + "\n";
        Plate plate = plates("gen5", text).getFirst();

        assertThat(plate.reads()).extracting(PlateRead::calculated).containsExactly(false, true);
        assertThat(plate.firstRaw().at(WellAddress.of("A3"))).isEqualTo(new Reading.Measured(0.3));
        assertThat(plate.labels().get(WellAddress.of("A2"))).isEqualTo(new WellLabel("STD1", "", "", 20.0));
        assertThat(label(plate, "A3").role()).isEmpty(); // which control, the file does not say
    }

    @Test
    void listsOfSkanItWithAKindOfEveryWell() {
        String text = SKANIT + "Wavelength: 450 nm\n\n" + tabs("Plate", "Well", "Type", "Sample", "Abs")
                + tabs("Plate 1", "A01", "Blank", "Blank1", "0.041")
                + tabs("Plate 1", "A02", "Standard", "Std0001", "0.5")
                + tabs("Plate 2", "A01", "Unknown", "Un0001", "0.7") + "\nAutoloading range A1 - E9\n";
        List<Plate> plates = plates("skanit", text);

        assertThat(plates).extracting(Plate::identifier).containsExactly("Plate 1", "Plate 2");
        PlateRead read = plates.getFirst().firstRaw();
        assertThat(read.mode()).isEqualTo(DetectionMode.ABSORBANCE);
        assertThat(read.wavelengths()).isEqualTo(new Wavelengths(null, 450.0));
        assertThat(read.calculated()).isFalse();
        assertThat(plates.getFirst().labels().values())
                .extracting(label -> label.role().orElseThrow())
                .containsExactly(WellRole.BLANK, WellRole.STANDARD);
        assertThat(label(plates.getLast(), "A1").role()).contains(WellRole.UNKNOWN);
    }

    @Test
    void timesAndWavelengthsOfEachLineMakeReads() {
        String text = SKANIT + "\n" + tabs("Well", "Reading", "Time [min]", "Wavelength [nm]", "Abs")
                + tabs("A1", 1, "0", 450, "0.1") + tabs("A2", 1, "0.02", 450, "0.2") + tabs("A1", 1, "0", 630, "0.05")
                + tabs("A1", 2, "5", 450, "0.3") + tabs("A2", 2, "5.02", 450, "0.4");
        List<PlateRead> reads = plates("skanit", text).getFirst().reads();

        assertThat(reads).extracting(read -> read.wavelengths().detection()).containsExactly(450.0, 630.0, 450.0);
        assertThat(reads.getFirst().point()).isEqualTo(new ReadPoint(1, 0.6, null)); // the mean of 0 and 1.2 s
        assertThat(reads.getLast().at(WellAddress.of("A2"))).isEqualTo(new Reading.Measured(0.4));
    }

    @Test
    void aListOfNoVendorIsReadByItsTitles() {
        Plate plate = plates(
                        "well-list",
                        tabs("Well", "Content", "450 nm", "% of control")
                                + tabs("A1", "Sample X1", "0.7", "90")
                                + tabs("B1", "Blank B", "0.05", "0"))
                .getFirst();

        assertThat(plate.reads()).extracting(PlateRead::calculated).containsExactly(false, true);
        assertThat(plate.firstRaw().wavelengths()).isEqualTo(new Wavelengths(null, 450.0));
        assertThat(plate.labels().values())
                .extracting(label -> label.role().orElseThrow())
                .containsExactly(WellRole.UNKNOWN, WellRole.BLANK);
    }

    @Test
    void aReadingWhoseWellIsNoneAndAWellThatStandsTwiceAreFaults() {
        String titles = GEN5_HEADER.formatted("Plate 1") + OD + tabs("Well ID", "Well", "OD:570");

        assertThat(report(titles + tabs("SPL1", "A1", "0.5") + tabs("SPL2", "Z99", "0.6"))
                        .faults())
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.toString()).contains("column 2").contains("'Z99' is no well"));
        assertThat(report(titles + tabs("SPL1", "A1", "0.5") + tabs("SPL1", "A1", "0.6"))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("A01 stands a second time"));
    }

    @Test
    void marsWithAColumnForEachWell() {
        String header = """
                User: USER,Path: C:\\Data,Test run no.: 3
                Test name: GROWTH,Date: 3/1/2024,Time: 9:00:00

                Absorbance

                Raw Data (600)
                """;
        String points = "0,0.1,0.2\n300,0.15,0.25\n";
        for (String titles : List.of("Time [s],A01,A02\n", "Well,A01,A02\nContent,Sample X1,Blank B\nTime [s],,\n")) {
            Plate plate = plates("bmg-mars", header + titles + points).getFirst();

            assertThat(plate.reads())
                    .extracting(PlateRead::name)
                    .containsExactly("Raw Data (600) at 0 s", "Raw Data (600) at 300 s");
            assertThat(plate.reads().getLast().at(WellAddress.of("A2"))).isEqualTo(new Reading.Measured(0.25));
            assertThat(plate.labels()).hasSize(titles.startsWith("Well") ? 2 : 0);
        }
    }
}
