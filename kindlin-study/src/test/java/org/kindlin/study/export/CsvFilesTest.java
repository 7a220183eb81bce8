package org.kindlin.study.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** CSV after RFC 4180 that no spreadsheet takes for a program. */
class CsvFilesTest {
    @TempDir
    private Path folder;

    private static String csv(Cell... cells) {
        List<TableColumn> columns = List.of(new TableColumn("a", ColumnType.TEXT, "", "", ""));
        return CsvFiles.text(new ExportTable(
                "t", "", columns, List.of(cells).stream().map(List::of).toList()));
    }

    @Test
    void fieldsAreQuotedWhereTheyMustBeAndLinesEndWithCrLf() {
        assertThat(csv(Cell.of("plain"), Cell.of("a,b"), Cell.of("say \"no\""), Cell.of("two\nlines"), Cell.of("")))
                .isEqualTo("a\r\nplain\r\n\"a,b\"\r\n\"say \"\"no\"\"\"\r\n\"two\nlines\"\r\n\r\n");
    }

    @Test
    void aTextThatASpreadsheetWouldComputeGetsAnApostrophe() {
        assertThat(csv(Cell.of("=1+1"), Cell.of("+A1"), Cell.of("-2"), Cell.of("@SUM(A1)"), Cell.of("\t=1")))
                .isEqualTo("a\r\n'=1+1\r\n'+A1\r\n'-2\r\n'@SUM(A1)\r\n'\t=1\r\n");
        assertThat(csv(Cell.of("="), Cell.of("<"))).as("a relation").isEqualTo("a\r\n=\r\n<\r\n");
    }

    @Test
    void numbersReadBackToTheLastBit() {
        List<TableColumn> columns = List.of(new TableColumn("a", ColumnType.NUMBER, "", "", ""));
        double[] numbers = {0.1, -1e-300, 123456789.12345679, 4.9E-324, -0.0, 42, 1e15, Math.PI};
        for (double number : numbers) {
            String csv = CsvFiles.text(new ExportTable("t", "", columns, List.of(List.of(new Cell.Numeric(number)))));
            assertThat(Double.parseDouble(csv.split("\r\n", -1)[1])).isEqualTo(number);
        }
    }

    @Test
    void ourOwnReaderFindsEveryRowAgain() throws IOException {
        List<ExportTable> tables = ExportTables.of(ExportFixture.content(folder));
        List<ExportFile> files = CsvFiles.of(tables);
        for (int i = 0; i < files.size(); i++) {
            Faults faults = new Faults();
            RawFile file = new RawFile(files.get(i).name(), files.get(i).content());
            if (!tables.get(i).rows().isEmpty()) {
                TidyTable table = TidyTable.read(file, faults).orElseThrow();
                assertThat(table.rows())
                        .as(file.path())
                        .hasSameSizeAs(tables.get(i).rows());
                assertThat(faults.all()).isEmpty();
            }
        }
        assertThat(new String(files.getFirst().content(), StandardCharsets.UTF_8))
                .contains(",'=SUM(A1),");
    }
}
