package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindlin.assays.plate.reader.VendorText.GEN5_HEADER;
import static org.kindlin.assays.plate.reader.VendorText.plates;
import static org.kindlin.assays.plate.reader.VendorText.report;
import static org.kindlin.assays.plate.reader.VendorText.tabs;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.workbook.TestWorkbook;
import org.kindlin.fault.Finding;
import org.kindlin.fault.ReadingMode;

/** Forms of Gen5 exports beyond those of the reference files; forms as in public examples, numbers of our own. */
class Gen5FormsTest {
    private static final String OD = tabs("Read", "OD600") + tabs("", "Absorbance Endpoint") + "\tFull Plate\n\n";
    private static final String KINETIC = "OD600:450\n\n" + tabs("Time", "T° OD600:450", "A1", "A2", "B1")
            + tabs("0:00:00", "30.1", "0.1", "0.2", "0.3") + tabs("0:01:00", "30.2", "0.4", "OVRFLW", "0.6")
            + "0:00:00\n0:00:00\n\n";

    @Test
    void severalPlatesWithKineticTablesAndWhatWasCalculatedFromThem() {
        String blank = KINETIC.replace("OD600:450\n", "Blank OD600:450\n");
        String results = "Results\n" + tabs("", 1, 2) + tabs("A", "-11.5", "31.5", "Max V [Blank OD600:450]")
                + tabs("", "0:02:00", "0:02:00", "t at Max V [Blank OD600:450]")
                + tabs("", "?????", "?????", "Lagtime [Blank]");
        List<Plate> plates = plates(
                "gen5",
                GEN5_HEADER.formatted("Plate 1") + OD + KINETIC + blank + results + "\n\n"
                        + GEN5_HEADER.formatted("Plate 2") + OD + KINETIC);

        assertThat(plates).extracting(Plate::identifier).containsExactly("Plate 1", "Plate 2");
        List<PlateRead> reads = plates.getFirst().reads();
        assertThat(reads)
                .extracting(PlateRead::name)
                .containsExactly(
                        "OD600:450 at 0 s",
                        "OD600:450 at 60 s",
                        "Blank OD600:450 at 0 s",
                        "Blank OD600:450 at 60 s",
                        "Max V [Blank OD600:450]");
        assertThat(reads).extracting(PlateRead::calculated).containsExactly(false, false, true, true, true);
        assertThat(reads.get(1).point()).isEqualTo(new ReadPoint(2, 60.0, 30.2));
        assertThat(reads.get(1).at(WellAddress.of("A2"))).isEqualTo(new Reading.Overflow("OVRFLW"));
        assertThat(reads.getFirst().wavelengths()).isEqualTo(new Wavelengths(null, 450.0));
        assertThat(plates.getFirst().format()).isEqualTo(PlateFormat.WELLS_96);
        assertThat(plates.getFirst().date()).isEqualTo("10/10/2022 9:10:29 PM");
    }

    @Test
    void spectraScansAndFastLuminescence() {
        String text = GEN5_HEADER.formatted("Plate 1") + "Scan:Spectrum\n\n" + tabs("Wavelength", "A1", "A2")
                + tabs("300", "0.005", "OVRFLW") + tabs("310", "0.011", "0.012") + "\nLum\n\n"
                + tabs("Time", "T° Lum", "A1", "A2") + tabs("0:00.000", "PER WELL", "44372", "39271")
                + tabs("0:00.210", "PER WELL", "40812", "35883") + "\nArea:450\n\n"
                + tabs("X Read #", "Y Read #", "A1", "A2")
                + tabs(1, 1, "", "") + tabs(1, 2, "1.97", "1.15") + tabs(1, 3, "1.98", "1.16");
        List<PlateRead> reads = plates("gen5", text).getFirst().reads();

        assertThat(reads)
                .extracting(PlateRead::name)
                .containsExactly(
                        "Scan:Spectrum at 300 nm",
                        "Scan:Spectrum at 310 nm",
                        "Lum at 0 s",
                        "Lum at 0.21 s",
                        "Area:450",
                        "Area:450 #2");
        assertThat(reads).noneMatch(PlateRead::calculated);
        assertThat(reads.get(2).mode()).isEqualTo(DetectionMode.LUMINESCENCE);
        assertThat(reads.get(2).point().celsius()).isNull();
        assertThat(reads.getLast().point().number()).isEqualTo(3);
    }

    @Test
    void severalReadsInOneMatrixInWhateverOrderEachRowHasThem() {
        String text = GEN5_HEADER.formatted("Plate 1") + tabs("Read", "fluor") + tabs("", "Fluorescence Endpoint")
                + tabs("Read", "FP") + tabs("", "Fluorescence Endpoint") + tabs("", "Fluorescence Polarization")
                + "\nResults\n" + tabs("", 1, 2) + tabs("A", 75, 60, "fluor:579,616")
                + tabs("", 418, 405, "FP:485/20,528/20 [Parallel]") + tabs("", 145, 164, "Polarization")
                + tabs("B", 433, 408, "FP:485/20,528/20 [Parallel]") + tabs("", 47, 59, "fluor:579,616")
                + tabs("", 158, 174, "Polarization");
        List<PlateRead> reads = plates("gen5", text).getFirst().reads();

        assertThat(reads).extracting(PlateRead::calculated).containsExactly(false, false, true);
        assertThat(reads)
                .extracting(PlateRead::mode)
                .startsWith(DetectionMode.FLUORESCENCE, DetectionMode.FLUORESCENCE_POLARIZATION);
        assertThat(reads.getFirst().at(WellAddress.of("B2"))).isEqualTo(new Reading.Measured(59));
        assertThat(reads.get(1).wavelengths()).isEqualTo(new Wavelengths(485.0, 528.0));
    }

    @Test
    void aWorkbookHasEverythingAColumnToTheRight() {
        String sheet = GEN5_HEADER.formatted("Plate 1") + OD + "Layout\n" + tabs("", "", 1, 2)
                + tabs("", "A", "STD1", "STD2", "Well ID") + tabs("", "", 100, 50, "Conc/Dil") + "\nResults\n"
                + tabs("Actual Temperature:", "24.5") + "\n" + tabs("", "", 1, 2)
                + tabs("", "A", "0.5", "0.25", "OD600:600")
                + tabs("", "", "17", "18.5", "[Concentration]") + "\nOD600:600\n"
                + tabs("", "Time", "T° OD600:600", "A1", "A2")
                + tabs("", "0:10:00", 30, "0.7", "0.8");
        PlateFileReport report = PlateReaders.report(
                TestWorkbook.of(Map.of("Plate 1 - Sheet1", sheet)).file(), ReadingMode.STRICT);

        assertThat(report.findings()).isEmpty();
        assertThat(report.format().orElseThrow().name()).isEqualTo("gen5");
        List<PlateRead> reads = report.plates().getFirst().reads();
        assertThat(reads)
                .extracting(PlateRead::name)
                .containsExactly("OD600:600", "[Concentration]", "OD600:600 at 600 s");
        assertThat(reads.getFirst().point().celsius()).isEqualTo(24.5);
        assertThat(reads.getLast().point()).isEqualTo(new ReadPoint(1, 600.0, 30.0));
    }

    @Test
    void aRowThatLacksAValueIsRefusedWithItsPlace() {
        String text = GEN5_HEADER.formatted("Plate 1") + "Results\n" + tabs("", 1, 2, 3)
                + tabs("A", "1", "2", "3", "od:600") + tabs("B", "1", "2", "od:600");

        assertThat(report(text).faults())
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.toString()).contains("line").contains("row B does not have 3 values"));
    }

    @Test
    void theVendorsOwnFitIsToldAndNotUsed() {
        String text = GEN5_HEADER.formatted("Plate 1") + "450\n" + tabs("", 1, 2) + tabs("A", "1", "2", "450")
                + "\nCurve Fitting Results\n\n" + tabs("Curve Name", "Curve Formula", "A", "B", "R2")
                + tabs("Std", "Y=A*X+B", "0.00297", "0.049", "0.997");

        assertThat(report(text).findings())
                .extracting(Finding::code, Finding::problem)
                .singleElement()
                .asString()
                .contains("vendor-fit", "A 0.00297, B 0.049");
    }
}
