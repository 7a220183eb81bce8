package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;

/** Real files as they get ruined: read right where that is unambiguous, else one line with place and remedy. */
class RuinedFilesTest {
    private static final String ELISA = text(ReferenceExports.ELISA + ".CSV");
    private static final PlateRead RIGHT = plates(ELISA).getFirst().firstRaw();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void everyEncodingAndLineEndReadsTheSame(String charset) {
        for (String mark : List.of("", "\ufeff")) {
            for (String lineEnd : List.of("\n", "\r\n", "\r")) {
                String text = (charset.startsWith("w") ? "" : mark) + ELISA.replace("\r\n", lineEnd);
                assertThat(plates(text.getBytes(Charset.forName(charset)))
                                .getFirst()
                                .firstRaw())
                        .isEqualTo(RIGHT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void otherSeparatorsAndDecimalCommasReadTheSame(String separator) {
        String points = ELISA.replace(",", separator);

        assertThat(plates(points).getFirst().firstRaw()).isEqualTo(RIGHT);
        assertThat(plates(points.replaceAll("(\\d)\\.(\\d)", "$1,$2"))
                        .getFirst()
                        .firstRaw())
                .isEqualTo(RIGHT);
    }

    @Test
    void aSpreadsheetsCommasOnEveryLineAndABlankLineAfterEachChangeNothing() {
        String padded = ELISA.replaceAll("\r\n", ",,,,,,,,,,,,,,\r\n");
        String doubled = ELISA.replaceAll("\r\n", "\r\n\r\n");

        assertThat(plates(padded).getFirst().firstRaw()).isEqualTo(RIGHT);
        assertThat(plates(doubled).getFirst().firstRaw()).isEqualTo(RIGHT);
    }

    @Test
    void aFileCutInARowIsRefusedAndOneCutBetweenRowsSaysWhichAreMissing() {
        int inRowE = ELISA.indexOf("\nE,") + 12;

        assertThat(faults(ELISA.substring(0, inRowE)))
                .containsExactly(
                        "f.csv:line 14: the file breaks off after 3 of 13 cells (copy or export the file again)");
        assertThat(plates(ELISA.substring(0, ELISA.indexOf("\nE,") + 1))
                        .getFirst()
                        .findings())
                .extracting(Warning::message)
                .containsExactly("the file holds no readings for rows E F G H of a 96-well plate");
    }

    @Test
    void aRowTwiceAndARowTooLongAreFaultsTogether() {
        String twice = ELISA.replace("\nC,", "\nB,").replaceFirst("\nD,", "\nD,1,2,");

        assertThat(faults(twice)).hasSize(2);
        assertThat(faults(twice).getFirst()).startsWith("f.csv:line 12, column 1: row B stands a second time");
        assertThat(faults(twice).getLast()).startsWith("f.csv:line 13, column 14: row D has more values than the 12");
    }

    @ParameterizedTest
    @CsvSource({
        "OVER, Overflow",
        "OVRFLW, Overflow",
        "overflow, Overflow",
        ">Max, Overflow",
        ">4.000, Overflow",
        "*****, Overflow",
        "#SAT, Saturated",
        "Saturated, Saturated",
        "-, Empty",
        "'', Empty",
        "N/A, Empty",
        "NaN, Empty",
        "<0.000, Underflow",
        "UNDER, Underflow",
        "?, Invalid",
        "Masked, Masked",
        "*0.356*, Masked",
        "?????, Invalid",
        "error 7, Invalid"
    })
    void vendorWordsAreTypedValuesAndNeverZero(String word, String type) {
        Plate plate = plates(ELISA.replace("0.082", word)).getFirst();
        Reading reading = plate.firstRaw().at(WellAddress.of("A2"));

        assertThat(reading.getClass().getSimpleName()).isEqualTo(type);
        assertThat(reading.value()).isEmpty();
        assertThat(plate.findings().stream().anyMatch(finding -> finding.code().equals("not-measured")))
                .isEqualTo(!type.equals("Empty"));
    }

    @Test
    void aHeaderThatPromisesTooMuchIsRefusedWithoutAllocation() {
        assertThat(faults(",1,2,999999999\nA,1,2,3\n")).hasSize(1);
        assertThat(faults("," + "1,".repeat(20_000) + "\nA,1,2\n")).hasSize(1);
        assertThat(plates(text(ReferenceExports.ENVISION + ".csv").replace("plate,,,,384", "plate,,,,1000000000"))
                        .getFirst()
                        .format())
                .isEqualTo(PlateFormat.WELLS_384);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x,y,z\nA,,,,\n", "A,1,2,3\n", ",1,2,3\n", "A,1,2,3\nB,1\nA,1,2,3\n", "Plate information\n"})
    void halfAGridIsRefusedInOneLine(String text) {
        assertThat(faults(text)).hasSize(1);
    }

    @Test
    void ambiguousThousandsAreRefusedOnce() {
        String grid = ";1;2;3\nA;1,234;2,345;3,456\nB;1,111;2,222;3,333\n";

        assertThat(faults(grid)).singleElement().asString().contains("could be a decimal or grouped thousands");
        assertThat(plates(grid.replace("3,333", "0,333")).getFirst().firstRaw().at(WellAddress.of("A1")))
                .isEqualTo(new Reading.Measured(1.234));
    }

    @Test
    void whatIsNoPlateFileIsToldWhatWasLookedFor() {
        assertThat(faults("Dear colleague,\nplease find attached the data.\n"))
                .singleElement()
                .asString()
                .contains("bmg-mars", "envision", "tidy", "grid", "kindlin formats");
    }

    private static String text(String name) {
        return new String(ReferenceExports.file(name).bytes(), StandardCharsets.UTF_8);
    }

    private static List<Plate> plates(String text) {
        return plates(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Plate> plates(byte[] bytes) {
        return PlateReaders.read(new RawFile("f.csv", bytes));
    }

    private static List<String> faults(String text) {
        Faults faults = new Faults();
        assertThat(PlateReaders.read(new RawFile("f.csv", text.getBytes(StandardCharsets.UTF_8)), faults))
                .isEmpty();
        return faults.all().stream().map(Fault::toString).toList();
    }
}
