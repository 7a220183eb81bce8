package org.kindlin.assays.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;

class TextTableTest {
    private static final String TEXT = "dose,Größe µM\r\n1,0.5\r\n2,1.5\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void theEncodingIsFound(String charset) {
        TextTable table = read(TEXT.getBytes(Charset.forName(charset)));

        assertThat(table.rows().getFirst().cells()).containsExactly("dose", "Größe µM");
        assertThat(table.rows()).hasSize(3);
        assertThat(table.findings())
                .extracting(Warning::code)
                .isEqualTo(charset.startsWith("w") ? List.of("encoding") : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoText(String charset) {
        assertThat(read(("\ufeff" + TEXT).getBytes(Charset.forName(charset)))
                        .rows()
                        .getFirst()
                        .cell(0))
                .isEqualTo("dose");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`a,b\n1,2\n` ~ ,",
                "`a;b\n1,5;2,5\n3,5;4,5\n` ~ ;",
                "`a\tb\n1,5\t2,5\n` ~ `\t`",
                "`a|b\n1|2\n` ~ |",
                "`sep=;\na,x;b,y\n1;2\n` ~ ;",
                "`\"a;b\",c\n\"d;e\",f\n` ~ ,",
                "`note: a; b; c\nx,y\n1,2\n3,4\n5,6\n` ~ ,",
            })
    void theSeparatorIsFound(String text, String separator) {
        assertThat(String.valueOf(read(text).separator())).isEqualTo(separator);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`a;b\n1.5;2\n` ~ POINT",
                "`a;b\n1,5;2\n` ~ COMMA",
                "`a;b\n1.234,5;2\n` ~ COMMA",
                "`a;b\n1,234.5;2\n` ~ POINT",
                "`a;b\n1,234,567;2\n` ~ POINT",
                "`a;b\n1.234.567;2\n` ~ COMMA",
                "`a;b\n1,234;2\n` ~ UNDETERMINED",
                "`a;b\n1,234;0,5\n` ~ COMMA",
                "`a;b\n1,234;0.5\n` ~ POINT",
                "`a;b\n1;2\n` ~ POINT",
            })
    void theDecimalMarkIsFound(String text, DecimalMark mark) {
        assertThat(read(text).decimalMark()).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, POINT, 12.5",
        "'1,234.5', POINT, 1234.5",
        "'1,234', POINT, 1234",
        "'1.234,5', COMMA, 1234.5",
        "'12,5', COMMA, 12.5",
        "1 234.5, POINT, 1234.5",
        "1e-3, POINT, 0.001",
        "−5, POINT, -5",
        "1'234, POINT, 1234",
        ".5, POINT, 0.5",
        "5., POINT, 5"
    })
    void numbersAreRead(String text, DecimalMark mark, double number) {
        assertThat(NumberText.parse(text, mark)).isEqualTo(new NumberText.Parsed(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12,5", "1,23,456", "0x10", "1d", "1e999", "Infinity", "12.5.1", "1_000", "１２", "--5", "1,2345"})
    void whatIsNoNumberIsNotRead(String text) {
        assertThat(NumberText.parse(text, DecimalMark.POINT)).isEqualTo(new NumberText.NotNumber());
    }

    @Test
    void moreThanFourMillionCellsAreRead() {
        String row = "1,vehicle,0.5,1,f,60.1\n";
        TextTable table = read("id,arm,time,event,sex,age\n" + row.repeat(700_000));

        assertThat(table.rows()).hasSize(700_001);
        assertThat(table.rows().getLast().cell(1))
                .as("a text that comes back takes memory once")
                .isSameAs(table.rows().get(1).cell(1));
    }

    @Test
    void aMixOfDecimalMarksIsAFaultWithBothPlaces() {
        assertThat(faults("a;b\n1,5;2\n3;2.5\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        "x.csv:line 2: numbers have a decimal comma here and a decimal point on line 3 of x.csv"
                                + " (write all numbers alike)");
    }

    @Test
    void excelsTextCellsAndQuotesAreUndone() {
        TextTable table = read("\"=\"\"0042\"\"\",=\"17\",\"a, \"\"b\"\"\",\"=\"\"\"\"\"\n");

        assertThat(table.rows().getFirst().cells()).containsExactly("0042", "17", "a, \"b\"", "");
    }

    @Test
    void everyFileThatIsNoTextIsRefusedInOneLine() {
        assertThat(faults(new byte[0])).containsExactly("x.csv: the file is empty (export it as CSV text)");
        assertThat(faults(new byte[] {'P', 'K', 3, 4, 0, 0}))
                .singleElement()
                .asString()
                .contains("workbook");
        assertThat(faults(new byte[] {'a', '\n', 'b', 0, 'c', ',', 'd', 'e', 'f'}))
                .containsExactly("x.csv:line 2: a zero byte: this is not a text file (export it as CSV text)");
        assertThat(faults(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}))
                .singleElement()
                .asString()
                .contains("cut off");
        assertThat(faults("a,b\n\"c,d\ne,f\n".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("x.csv:line 2: a quoted cell");
        assertThat(faults(("a" + ",".repeat(20_000)).getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("too long for a table");
    }

    @Test
    void aTidyTableTellsWhichColumnsThereAreAndWhichCellsAreWrong() {
        Faults faults = new Faults();
        TidyTable table = TidyTable.read(
                        new RawFile(
                                "x.csv", "# remark\nDose,Response\n1,x\n-2,3\n,4\n".getBytes(StandardCharsets.UTF_8)),
                        faults)
                .orElseThrow();
        TidyColumn dose = table.required("dose", faults).orElseThrow();
        table.required("curve", faults);
        table.rows().forEach(row -> dose.nonNegative(row, faults));
        table.rows().forEach(row -> table.column("response").orElseThrow().number(row, faults));

        assertThat(faults.all())
                .extracting(Fault::toString)
                .containsExactly(
                        "x.csv:header: there is no column 'curve' (the columns are: Dose, Response)",
                        "x.csv:line 4, column 1: 'Dose' is negative: -2 (give zero or a positive number)",
                        "x.csv:line 5, column 1: 'Dose' has no value (give a number or delete the row)",
                        "x.csv:line 3, column 2: 'Response': 'x' is no number (give a number such as 12.5)");
    }

    @Test
    void aValueBeyondTheHeaderIsAFault() {
        Faults faults = new Faults();
        byte[] rowNames = "dose,response\n1,0,5\n2,1,4\n3,2\n".getBytes(StandardCharsets.UTF_8);
        assertThat(TidyTable.read(new RawFile("x.csv", rowNames), faults)).isEmpty();
        assertThat(faults.all()).extracting(Fault::place).containsExactly("line 2, column 3", "line 3, column 3");
    }

    private static TextTable read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TextTable read(byte[] bytes) {
        Faults faults = new Faults();
        Optional<TextTable> table = TextTable.read(new RawFile("x.csv", bytes), faults);
        assertThat(faults.all()).isEmpty();
        return table.orElseThrow();
    }

    private static List<String> faults(byte[] bytes) {
        Faults faults = new Faults();
        assertThat(TextTable.read(new RawFile("x.csv", bytes), faults)).isEmpty();
        return faults.all().stream().map(Fault::toString).toList();
    }
}
