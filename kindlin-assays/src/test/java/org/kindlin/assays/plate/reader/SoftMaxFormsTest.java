package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindlin.assays.plate.reader.VendorText.SOFTMAX_NOTE;
import static org.kindlin.assays.plate.reader.VendorText.plates;
import static org.kindlin.assays.plate.reader.VendorText.report;
import static org.kindlin.assays.plate.reader.VendorText.tabs;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.fault.Fault;

/** Forms of SoftMax Pro exports beyond those of the reference files; forms as in public examples, numbers of our own. */
class SoftMaxFormsTest {

    @Test
    void fluorescenceKineticInPlateFormatWithTwoPairsOfWavelengths() {
        String text = SOFTMAX_NOTE
                + tabs(
                        "Plate:",
                        "P1",
                        "1.3",
                        "PlateFormat",
                        "Kinetic",
                        "Fluorescence",
                        "FALSE",
                        "Raw",
                        "FALSE",
                        2,
                        90,
                        90,
                        "",
                        "",
                        "",
                        2,
                        "525 590 ",
                        1,
                        12,
                        96,
                        "485 544 ",
                        "Automatic",
                        "515 570 ",
                        "",
                        "",
                        6,
                        "Medium",
                        "",
                        "",
                        1,
                        8)
                + tabs("", "Temperature(°C)", 1, 2, 3, "", 1, 2, 3)
                + tabs("00:00:00", "35", 1, 2, 3, "", 4, 5, 6) + tabs("", "", 7, 8, 9, "", 10, 11, 12) + "\n"
                + tabs("00:01:30", "35.5", 21, 22, 23, "", 24, 25, 26) + tabs("", "", 27, 28, 29, "", 30, 31, "#SAT")
                + "\n"
                + tabs("", "", 1, 2, 3) + tabs("", "", "0.5", "0.6", "0.7") + "~End\n";
        Plate plate = plates("softmax-pro", text).getFirst();

        assertThat(plate.format()).isEqualTo(PlateFormat.WELLS_96);
        assertThat(plate.reads())
                .extracting(PlateRead::name)
                .containsExactly(
                        "fluorescence intensity 485/525 at 0 s",
                        "fluorescence intensity 544/590 at 0 s",
                        "fluorescence intensity 485/525 at 90 s",
                        "fluorescence intensity 544/590 at 90 s",
                        "Reduced");
        PlateRead last = plate.reads().get(3);
        assertThat(last.wavelengths()).isEqualTo(new Wavelengths(544.0, 590.0));
        assertThat(last.point()).isEqualTo(new ReadPoint(2, 90.0, 35.5));
        assertThat(last.at(WellAddress.of("B3"))).isEqualTo(new Reading.Saturated("#SAT"));
        assertThat(plate.reads().getLast().calculated()).isTrue();
    }

    @Test
    void partOfA384WellPlateReadAsASpectrum() {
        String text = tabs("##BLOCKS= 1 ")
                + tabs(
                        "Plate:",
                        "P1",
                        "1.3",
                        "PlateFormat",
                        "Spectrum",
                        "Absorbance",
                        "Raw",
                        "FALSE",
                        2,
                        "",
                        "",
                        525,
                        527,
                        2,
                        "",
                        "",
                        1,
                        3,
                        384,
                        2,
                        2)
                + tabs("", "Temperature(°C)", 1, 2, 3, 4, 5) + tabs(525, "26.2", "0.1", "0.2", "0.3")
                + tabs("", "", "0.4", "0.5", "0.6")
                + "\n" + tabs(527, "26.3", "0.7", "0.8", "0.9") + tabs("", "", "1.0", "1.1", "1.2") + "\n~End\n";
        Plate plate = plates("softmax-pro", text).getFirst();

        assertThat(plate.format()).isEqualTo(PlateFormat.WELLS_384);
        assertThat(plate.reads())
                .extracting(PlateRead::name)
                .containsExactly("absorbance at 525 nm", "absorbance at 527 nm");
        assertThat(plate.reads().getLast().at(WellAddress.of("C3"))).isEqualTo(new Reading.Measured(1.2));
        assertThat(plate.reads().getFirst().at(WellAddress.of("A1"))).isInstanceOf(Reading.Empty.class);
    }

    @Test
    void columnFormatOfALuminescenceSpectrumAndOfAKineticMeasurement() {
        String spectrum = tabs(
                        "Plate:",
                        "P1",
                        "1.3",
                        "TimeFormat",
                        "Spectrum",
                        "Luminescence",
                        "Raw",
                        "FALSE",
                        2,
                        "",
                        "",
                        360,
                        370,
                        10,
                        "",
                        "",
                        1,
                        12,
                        96)
                + tabs("Wavelength", "Temperature(°C)", "A1", "A2", "B1") + tabs(360, 35, "0.5", "0.6", "0.7")
                + tabs(370, 35, "0.9", "1.0", "1.1") + "~End\n";
        String kinetic = tabs(
                        "Plate:",
                        "P2",
                        "1.3",
                        "TimeFormat",
                        "Kinetic",
                        "Absorbance",
                        "Raw",
                        "FALSE",
                        2,
                        30,
                        30,
                        "",
                        "",
                        "",
                        1,
                        "405",
                        1,
                        12,
                        96,
                        1,
                        8)
                + tabs("Time", "Temperature(°C)", "A1", "A2") + tabs("0:00", "37.00", "0.1", "")
                + tabs("0:30", "37.00", "0.2", "0.3")
                + "~End\n";
        List<Plate> plates =
                plates("softmax-pro", "##BLOCKS= 2\n" + spectrum + "Group: G\nSample\tWells\nx\tA1\n~End\n" + kinetic);

        assertThat(plates).extracting(Plate::identifier).containsExactly("P1", "P2");
        assertThat(plates.getFirst().reads())
                .extracting(PlateRead::name)
                .containsExactly("luminescence at 360 nm", "luminescence at 370 nm");
        assertThat(plates.getFirst().reads().getFirst().mode()).isEqualTo(DetectionMode.LUMINESCENCE);
        assertThat(plates.getLast().reads())
                .extracting(PlateRead::name)
                .containsExactly("absorbance 405 at 0 s", "absorbance 405 at 30 s");
    }

    @Test
    void placesOfAWellScanAreReadsOfTheirOwn() {
        String text = "##BLOCKS= 1\n"
                + tabs(
                        "Plate:",
                        "P1",
                        "1.3",
                        "PlateFormat",
                        "Well Scan",
                        "Time Resolved",
                        "Raw",
                        "FALSE",
                        2,
                        "X",
                        3,
                        "",
                        "",
                        "",
                        1,
                        "525 ",
                        1,
                        12,
                        96,
                        "485 ")
                + tabs("", "Temperature(°C)", 1, 2) + tabs(1, 35, 1000, 1001) + "\n" + tabs(2, 35, 1841.5, 1842.5)
                + "~End\n";
        List<PlateRead> reads = plates("softmax-pro", text).getFirst().reads();

        assertThat(reads).extracting(read -> read.point().number()).containsExactly(1, 2);
        assertThat(reads).extracting(PlateRead::mode).containsOnly(DetectionMode.TIME_RESOLVED_FLUORESCENCE);
    }

    @Test
    void platesWithDecimalCommasBesideGroupsWithPoints() {
        String text = "##BLOCKS= 2\n"
                + tabs(
                        "Plate:",
                        "P1",
                        "1.3",
                        "PlateFormat",
                        "Endpoint",
                        "Absorbance",
                        "Raw",
                        "FALSE",
                        1,
                        "",
                        "",
                        "",
                        "",
                        "",
                        1,
                        "450 ",
                        1,
                        12,
                        96,
                        1,
                        8)
                + tabs("", "Temperature(°C)", 1, 2, 3) + tabs("", 22, "2,6173", "-4,99999999999945E-05", "0,122")
                + "\n~End\n"
                + "Group: Standards\nSample\tWells\tOD\n01\tA1\t2.632\n02\tA2\t2.508\n03\tA3\t0.122\n04\tA4\t0.5\n~End\n";

        PlateRead read = plates("softmax-pro", text).getFirst().firstRaw();
        assertThat(read.at(WellAddress.of("A1"))).isEqualTo(new Reading.Measured(2.6173));
        assertThat(read.at(WellAddress.of("A2"))).isEqualTo(new Reading.Measured(-4.99999999999945E-05));
    }

    @Test
    void aBlockThatDoesNotEndIsCutOff() {
        String text = "##BLOCKS= 1\n"
                + tabs("Plate:", "P1", "1.3", "PlateFormat", "Endpoint", "Absorbance", "Raw", "FALSE", 1)
                + tabs("", "Temperature(°C)", 1, 2)
                + tabs("", 22, "0.1", "0.");

        assertThat(report(text).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "export.txt:line 2: the block of plate 'P1' does not end (copy or export the file again)");
    }
}
