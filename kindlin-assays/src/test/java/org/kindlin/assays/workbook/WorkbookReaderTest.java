package org.kindlin.assays.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;

class WorkbookReaderTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STYLES = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm:ss\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot; days&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";

    @Test
    void sheetsAreTablesInTheirOrderWithPlacesAsSpreadsheetsNameThem() {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Second first", "a\t\t1.50\n\n\nx");
        sheets.put("Empty", "");
        sheets.put("B & C", "12");

        List<TextTable> tables = tables(TestWorkbook.of(sheets));

        assertThat(tables).extracting(TextTable::sheet).containsExactly("Second first", "B & C");
        List<TextRow> rows = tables.getFirst().rows();
        assertThat(rows.getFirst().cells()).containsExactly("a", "", "1.5");
        assertThat(rows.getFirst().place(2)).isEqualTo("Second first!C1");
        assertThat(rows.getLast().place(30)).isEqualTo("Second first!AE4");
    }

    @Test
    void sharedRichAndTypedCellsShowWhatTheSheetShows() {
        TestWorkbook book = book("""
                <row><c t="s"><v>1</v></c><c t="s"><v>7</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>\
                <c t="str"><f>A1&amp;"x"</f><v>ax</v></c><c s="1"><v>0.0017361111111111</v></c><c s="1"><v>1.5</v></c>\
                <c s="2"><v>45336.5</v></c><c s="3"><v>2.25</v></c><c><v>1E-3</v></c><c><v>0.30000000000000004</v></c></row>""")
                .with("xl/styles.xml", STYLES)
                .with(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>no</t></si><si><r><t>OD</t></r><r><t xml:space=\"preserve\"> 450</t></r><rPh><t>x</t></rPh></si></sst>");

        assertThat(tables(book).getFirst().rows().getFirst().cells())
                .containsExactly(
                        "OD 450",
                        "",
                        "TRUE",
                        "#N/A",
                        "ax",
                        "0:02:30",
                        "36:00:00",
                        "2024-02-14 12:00:00",
                        "2.25",
                        "0.001",
                        "0.30000000000000004");
    }

    @Test
    void aWorkbookFrom1904CountsDaysFromThere() {
        TestWorkbook book = book("<row><c s=\"2\"><v>0</v></c></row>")
                .with("xl/styles.xml", STYLES)
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets></workbook>");

        assertThat(tables(book).getFirst().rows().getFirst().cells()).containsExactly("1904-01-01 00:00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "h:mm:ss, TIME",
        "mm:ss.0, TIME",
        "[h]:mm, TIME",
        "yyyy-mm-dd, DATE",
        "m/d/yy h:mm AM/PM, DATE",
        "0.00, NUMBER",
        "General, NUMBER",
        "'#,##0 \"s\"', NUMBER",
        "[Red]0.0, NUMBER"
    })
    void formatCodesTellTimesFromNumbers(String code, String meaning) {
        assertThat(NumberFormats.ofCode(code)).hasToString(meaning);
    }

    @Test
    void aBombIsRefusedByWhatReallyComesOutOfIt() {
        String blank = " ".repeat(1 << 20);
        StringBuilder zeros = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            zeros.append(blank);
        }
        assertThat(fault(book("").with(SHEET, zeros.toString())))
                .contains("unpacks to more than 200 times its size")
                .contains(SHEET);
    }

    @Test
    void anEntityIsRefusedAndNothingIsFetched() {
        String evil =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row>"
                        + "<c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>";

        assertThat(fault(book("").with(SHEET, evil))).contains("document type or entity");
        assertThat(fault(book("").with("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a \"aaaa\">]><sst/>")))
                .contains("document type or entity");
    }

    @Test
    void rowsAndCellsOffTheSheetAreRefusedWithoutAllocation() {
        assertThat(fault(book("<row r=\"1000000000\"><c r=\"A1\"><v>1</v></c></row>")))
                .contains("S!1000000000");
        assertThat(fault(book("<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>"))).contains("S!ZZZ1");
        assertThat(fault(book("<row r=\"2\"/><row r=\"2\"/>"))).contains("out of order");
        String wide = "<row><c r=\"XFD1\"><v>1</v></c></row>"
                .replace("1\"><v>", "%1$d\"><v>")
                .replace("<row>", "<row r=\"%1$d\">");
        StringBuilder many = new StringBuilder();
        for (int i = 1; i <= 300; i++) {
            many.append(String.format(Locale.ROOT, wide, i));
        }
        assertThat(fault(book(many.toString()))).contains("cells");
    }

    @Test
    void damageIsToldWithThePart() {
        byte[] sound = book("<row><c><v>1</v></c></row>").bytes();

        assertThat(fault(Arrays.copyOf(sound, sound.length / 2))).contains("cut off");
        byte[] flipped = sound.clone();
        flipped[60] ^= 0x55;
        assertThat(fault(flipped)).containsAnyOf("damaged", "cannot be unpacked", "cut off");
        assertThat(fault(book("").with(SHEET, "<worksheet><sheetData><row>"))).contains("damaged or cut off");
        assertThat(fault(book("").without(SHEET))).contains("missing");
        assertThat(fault(book("").without("xl/workbook.xml"))).contains("no workbook");
        assertThat(fault(book("").without("xl/workbook.xml").with("xl/workbook.bin", "x")))
                .contains(".xlsb");
        assertThat(fault(book(""))).contains("holds no cells");
    }

    @Test
    void promisesOfTheDirectoryAreNotBelieved() {
        byte[] bytes = book("<row><c><v>1</v></c></row>").bytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - 22;
        int directory = buffer.getInt(end + 16);
        buffer.putInt(directory + 24, Integer.MAX_VALUE); // size unpacked
        assertThat(tables(new RawFile("b.xlsx", bytes)).getFirst().rows()).hasSize(1);
        buffer.putInt(directory + 20, Integer.MAX_VALUE); // size packed
        assertThat(fault(bytes)).contains("directory is damaged");
        buffer.putShort(end + 10, (short) 65_000);
        assertThat(fault(bytes)).contains("65000 parts");
    }

    private static TestWorkbook book(String rows) {
        return TestWorkbook.of(Map.of("S", "")).with(SHEET, TestWorkbook.sheetXml(rows));
    }

    private static List<TextTable> tables(TestWorkbook book) {
        return tables(book.file());
    }

    private static List<TextTable> tables(RawFile file) {
        Faults faults = new Faults();
        List<TextTable> tables = WorkbookReader.read(file, faults);
        assertThat(faults.all()).isEmpty();
        return tables;
    }

    private static String fault(TestWorkbook book) {
        return fault(book.bytes());
    }

    private static String fault(byte[] bytes) {
        Faults faults = new Faults();
        assertThat(WorkbookReader.read(new RawFile("b.xlsx", bytes), faults)).isEmpty();
        assertThat(faults.all()).hasSize(1);
        Fault fault = faults.all().getFirst();
        assertThat(fault.remedy()).isNotEmpty();
        return fault.toString();
    }
}
