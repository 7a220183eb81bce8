package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindlin.assays.plate.reader.VendorText.plates;
import static org.kindlin.assays.plate.reader.VendorText.tabs;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.workbook.TestWorkbook;
import org.kindlin.fault.ReadingMode;

/** Forms of the other vendors' exports beyond those of the reference files; forms as in public examples, numbers of our own. */
class OtherVendorFormsTest {
    private static final String I_CONTROL =
            tabs("Application: Tecan i-control", "", "", "", "Tecan i-control , 1.10.4.0")
                    + tabs("Device: infinite 200Pro", "", "", "", "Serial number: 1304004747")
                    + tabs("Date:", "5/4/2016")
                    + tabs("Time:", "10:52")
                    + tabs("Plate", "", "", "", "Corning 96 Flat Bottom  [COS96ft.pdfx]");

    @Test
    void iControlMatricesOfTwoLabelsInAWorkbook() {
        String sheet = I_CONTROL + "\n\n" + tabs("Label: OD") + tabs("Mode", "", "", "", "Absorbance")
                + tabs("Wavelength", "", "", "", 600, "nm") + tabs("Start Time:", "5/4/2016 10:52:41 AM") + "\n"
                + tabs("", "Temperature: 25.2 °C") + tabs("<>", 1, 2, 3) + tabs("A", "0.05", "0.06", "OVER")
                + tabs("B", "0.07", "0.08", "0.09")
                + "\n\n" + tabs("Label: GFP") + tabs("Mode", "", "", "", "Fluorescence Top Reading")
                + tabs("Excitation Wavelength", "", "", "", 485, "nm")
                + tabs("Emission Wavelength", "", "", "", 535, "nm")
                + tabs("<>", 1, 2, 3) + tabs("A", 100, 101, 102) + tabs("B", 103, 104, 105)
                + tabs("End Time:", "5/4/2016");
        PlateFileReport report =
                PlateReaders.report(TestWorkbook.of(Map.of("Sheet1", sheet)).file(), ReadingMode.STRICT);

        assertThat(report.faults()).isEmpty();
        assertThat(report.format().orElseThrow().name()).isEqualTo("i-control");
        List<PlateRead> reads = report.plates().getFirst().reads();
        assertThat(reads).extracting(PlateRead::label).containsExactly("OD", "GFP");
        assertThat(reads.getFirst().mode()).isEqualTo(DetectionMode.ABSORBANCE);
        assertThat(reads.getFirst().point().celsius()).isEqualTo(25.2);
        assertThat(reads.getFirst().at(WellAddress.of("A3"))).isEqualTo(new Reading.Overflow("OVER"));
        assertThat(reads.getLast().wavelengths()).isEqualTo(new Wavelengths(485.0, 535.0));
    }

    @Test
    void iControlCyclesAcrossAndDown() {
        String across = I_CONTROL + "Mode\t\t\t\tAbsorbance\nWavelength\t\t\t\t595\tnm\nMode\t\t\t\tLuminescence\n\n"
                + "OD600:600\n" + tabs("Cycle Nr.", "Time [s]", "Temp. [°C]", "A1", "A2", "B1")
                + tabs(1, 0, "37.2", "0.1", "0.2", "0.3") + tabs(2, 300, 37, "0.4", "0.5", "OVER") + "\nLUMI:Lum\n"
                + tabs("Cycle Nr.", "Time [s]", "Temp. [°C]", "A1", "A2", "B1") + tabs(1, 0, "37.6", -4, -2, -5)
                + "\nEnd Time:\n";
        String down = I_CONTROL + tabs("Label: Label1") + tabs("Mode", "Absorbance") + tabs("Cycle Nr.", 1, 2, 3)
                + tabs("Time [s]", 0, "300.1", "600.2") + tabs("Temp. [°C]", 37, "37.1", "37.2")
                + tabs("A1", "0.1", "0.2", "")
                + tabs("A2", "0.3", "0.4", "") + "\n";
        List<PlateRead> first = plates("i-control", across).getFirst().reads();
        List<PlateRead> second = plates("i-control", down).getFirst().reads();

        assertThat(first)
                .extracting(PlateRead::name)
                .containsExactly("OD600:600 at 595 nm at 0 s", "OD600:600 at 595 nm at 300 s", "LUMI:Lum at 0 s");
        assertThat(first).extracting(PlateRead::mode).endsWith(DetectionMode.LUMINESCENCE);
        assertThat(second).extracting(PlateRead::name).containsExactly("Label1 at 0 s", "Label1 at 300.1 s");
        assertThat(second.getLast().point()).isEqualTo(new ReadPoint(2, 300.1, 37.1));
        assertThat(second.getLast().at(WellAddress.of("A2"))).isEqualTo(new Reading.Measured(0.4));
    }

    @Test
    void iControlListsWavelengthScansAndSeveralReadsInEachWell() {
        String text = I_CONTROL.replace("Application", "Programm") + tabs("Label: Scan") + tabs("Modus", "Fluoreszenz")
                + tabs("Wavel.", "A1", "A2") + tabs(500, 10, 11) + tabs(505, 12, 13) + "\n" + tabs("Label: Several")
                + tabs("Well", "Mean", "StDev", "0;1", "1;0") + tabs("A1", "0.15", "0.01", "0.14", "0.16")
                + tabs("A2", "0.25", 0, "0.25", "0.25")
                + "\n" + tabs("Label: Places") + tabs("Zyklen / Well", 1, 2) + tabs("A1") + tabs("Zeit [s]", 0, 60)
                + tabs("Temp. [°C]", 30, 31) + tabs("Mittelwert", 5, 6) + tabs("StDev", 1, 1) + tabs("A2")
                + tabs("Zeit [s]", 0, 60)
                + tabs("Mittelwert", 7, 8) + "\nEnd Time:\n";
        List<PlateRead> reads = plates("i-control", text).getFirst().reads();

        assertThat(reads)
                .extracting(PlateRead::name)
                .containsExactly("Scan at 500 nm", "Scan at 505 nm", "Several", "Places at 0 s", "Places at 60 s");
        assertThat(reads.get(2).at(WellAddress.of("A2"))).isEqualTo(new Reading.Measured(0.25));
        assertThat(reads.getLast().at(WellAddress.of("A2"))).isEqualTo(new Reading.Measured(8));
    }

    @Test
    void magellanLabelsOverTime() {
        String text = tabs("Well positions", "Raw data", "", "Blank corrected") + tabs("", "0s", "60s")
                + tabs("", "24.8 °C", "25 °C")
                + tabs("A1", "0.1", "0.2", "0.05") + tabs("A2", "0.3", "OVER", "0.06")
                + "Date of measurement: 2021-07-08/Time of measurement: 14:34:46\nMeasurement mode: Fluorescence\n"
                + "Excitation wavelength: 485 nm\nEmission wavelength: 535 nm\nUnit: RFU\n";
        List<PlateRead> reads = plates("magellan", text).getFirst().reads();

        assertThat(reads)
                .extracting(PlateRead::name)
                .containsExactly("Raw data at 535 nm at 0 s", "Raw data at 535 nm at 60 s", "Blank corrected");
        assertThat(reads.get(1).point()).isEqualTo(new ReadPoint(1, 60.0, 25.0));
        assertThat(reads.getLast().calculated()).isTrue();
    }

    @Test
    void skanItTextWithSeveralPlatesStepsAndTimes() {
        String text =
                "Measurement results\nsession.skax\n01/02/2024 15:47:02\n\nFluorescence 1\nEx: 485 nm, Em: 520 nm\n\nPlate 1\n\n"
                        + tabs("RFU", 1, 2) + tabs("A", "12.5", "13.5") + tabs("B", "14.5", "<Min") + "\n"
                        + tabs("Sample", 1, 2)
                        + tabs("A", "Std1", "Std2") + tabs("B", "Un1", "Un2") + "\nPlate 2\n\n" + tabs("RFU", 1, 2)
                        + tabs("A", 1, 2) + tabs("B", 3, 4)
                        + "\nMeasurement results\nsession.skax\n01/02/2024 15:47:02\n\nAbsorbance 2\nWavelength: 450 nm\n\nPlate 1\n\n"
                        + tabs("Reading", "avg. time [s]", "A01", "A02") + tabs(1, "0.5", "0.1", "0.2")
                        + tabs(2, "60.5", "0.3", "0.4")
                        + "\nAutoloading range A1 - M28\n";
        List<Plate> plates = plates("skanit", text);

        assertThat(plates).extracting(Plate::identifier).containsExactly("Plate 1", "Plate 2");
        assertThat(plates.getFirst().reads())
                .extracting(PlateRead::name)
                .containsExactly(
                        "Fluorescence 1 at 520 nm",
                        "Absorbance 2 at 450 nm at 0.5 s",
                        "Absorbance 2 at 450 nm at 60.5 s");
        assertThat(plates.getFirst().reads().getFirst().wavelengths()).isEqualTo(new Wavelengths(485.0, 520.0));
        assertThat(plates.getFirst().reads().getFirst().at(WellAddress.of("B2")))
                .isInstanceOf(Reading.Underflow.class);
        assertThat(plates.getFirst().date()).isEqualTo("01/02/2024 15:47:02");
    }

    @Test
    void kaleidoOfBothVersions() {
        String two = """


                Results for ABS mono 1

                Barcode: B-1, PlateRepeat: 1, WellRepeat: 1
                ,1,2,3
                A,2.2,1.9,2.0
                B,1.7,1.4,1.9

                Analysis Result

                Measurement Basic Information
                Software version:,,Kaleido 2.0.3058.126
                Measurement Started:,,2020-10-26T16:16:18
                Platemap
                ,1,2,3
                A,-,-,-

                Tech,,,,ABS mono 1
                Excitation wavelength [nm],,,,450
                Exported with Kaleido 2.0.3058.126
                """;
        String three = """
                EnSight Results from
                Measurement Date,2023-05-17 16:21:30

                Result for Fluorescence 1
                Barcode,Repeat,Loop no,Well scan x,Exc wl / filter,
                B-2,1,,,,

                ,1,2,3,
                A,40,48,6,
                B,0,54,31,

                Measurement Information
                Platemap
                ,1,2,3,
                A,-,-,-,

                Operation,,,Fluorescence 1
                Excitation Wavelength [nm],,,550
                Emission Wavelength [nm],,,580
                Exported with Kaleido 3.5.3082.227
                """;
        Plate older = plates("kaleido", two).getFirst();
        Plate newer = plates("kaleido", three).getFirst();

        assertThat(older.identifier()).isEqualTo("B-1");
        assertThat(older.firstRaw().wavelengths()).isEqualTo(new Wavelengths(null, 450.0));
        assertThat(older.firstRaw().mode()).isEqualTo(DetectionMode.ABSORBANCE);
        assertThat(newer.identifier()).isEqualTo("B-2");
        assertThat(newer.firstRaw().wavelengths()).isEqualTo(new Wavelengths(550.0, 580.0));
        assertThat(newer.reads()).hasSize(1);
        assertThat(newer.date()).isEqualTo("2023-05-17 16:21:30");
    }

    @Test
    void aGridAnywhereOnAnySheetOfAWorkbook() {
        Map<String, String> sheets = Map.of(
                "Notes and data",
                "\n\n" + tabs("", "", "", 1, 2, 3) + tabs("", "", "A", "1.5", "2.5", "3.5")
                        + tabs("", "", "B", "4.5", "5.5", "x1"));
        PlateFileReport report = PlateReaders.report(TestWorkbook.of(sheets).file(), ReadingMode.LENIENT);

        assertThat(report.format().orElseThrow().name()).isEqualTo("grid");
        assertThat(report.plates().getFirst().firstRaw().at(WellAddress.of("B2")))
                .isEqualTo(new Reading.Measured(5.5));
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place()).isEqualTo("Notes and data!F5"));
        assertThat(PlateReaders.report(TestWorkbook.of(sheets).file(), ReadingMode.STRICT)
                        .faults())
                .hasSize(1);
    }
}
