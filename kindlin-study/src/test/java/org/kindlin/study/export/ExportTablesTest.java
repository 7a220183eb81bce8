package org.kindlin.study.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.assays.result.SubjectResult;

/** The tables hold everything that the results and the data behind them hold, typed. */
class ExportTablesTest {
    @TempDir
    private Path folder;

    private static ExportTable table(List<ExportTable> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyEstimateTestCheckAndWarningIsARow() throws IOException {
        ExportContent content = ExportFixture.content(folder);
        List<ExportTable> tables = ExportTables.of(content);
        List<SubjectResult> subjects = content.analyses().stream()
                .flatMap(analysis -> analysis.document().results().stream())
                .toList();
        assertThat(table(tables, "estimates").rows())
                .hasSize(subjects.stream().mapToInt(s -> s.estimates().size()).sum());
        assertThat(table(tables, "tests").rows())
                .hasSize(subjects.stream().mapToInt(s -> s.tests().size()).sum());
        assertThat(table(tables, "quality").rows())
                .hasSize(subjects.stream().mapToInt(s -> s.quality().size()).sum());
        assertThat(table(tables, "warnings").rows())
                .hasSize(subjects.stream().mapToInt(s -> s.warnings().size()).sum());
        assertThat(table(tables, "exclusions").rows()).hasSize(1);
        assertThat(table(tables, "data").rows()).hasSize(18);
        assertThat(table(tables, "inputs").rows()).hasSize(2);
    }

    @Test
    void anEstimateCarriesSubjectValueIntervalAndWhetherItIsSimulated() throws IOException {
        ExportContent content = ExportFixture.content(folder);
        ExportTable estimates = table(ExportTables.of(content), "estimates");
        List<Cell> row = estimates.rows().stream()
                .filter(cells -> cells.get(estimates.indexOf("name")).equals(Cell.of("ic50"))
                        && cells.get(estimates.indexOf("subject_compound")).equals(Cell.of("c")))
                .findFirst()
                .orElseThrow();
        var ic50 = content.analyses()
                .get(1)
                .document()
                .results()
                .getFirst()
                .estimate("ic50")
                .orElseThrow();
        assertThat(row.get(estimates.indexOf("value"))).isEqualTo(Cell.of(ic50.value()));
        assertThat(row.get(estimates.indexOf("low"))).isEqualTo(Cell.of(ic50.low()));
        assertThat(row.get(estimates.indexOf("unit"))).isEqualTo(Cell.of("uM"));
        assertThat(row.get(estimates.indexOf("subject_cell"))).isEqualTo(new Cell.Missing());
        assertThat(row.get(estimates.indexOf("simulated"))).isEqualTo(new Cell.Flag(true));
        assertThat(row.get(estimates.indexOf("experiment"))).isEqualTo(Cell.of("second"));
    }

    @Test
    void theDictionaryExplainsEveryColumnOfEveryTable() throws IOException {
        List<ExportTable> tables = ExportTables.of(ExportFixture.content(folder));
        ExportTable dictionary = table(tables, "columns");
        int columns = tables.stream()
                .filter(table -> !table.name().equals("columns"))
                .mapToInt(table -> table.columns().size())
                .sum();
        assertThat(dictionary.rows()).hasSize(columns);
        assertThat(dictionary.rows())
                .allSatisfy(row -> assertThat(row.getLast()).isInstanceOf(Cell.Text.class));
    }

    @Test
    void aUnitStandsInTheHeaderOnlyWhereEveryNumberHasIt() {
        List<TableColumn> columns = List.of(
                new TableColumn("dose", ColumnType.NUMBER, "", "unit", ""),
                new TableColumn("unit", ColumnType.TEXT, "", "", ""));
        List<Cell> nanomolar = List.of(new Cell.Numeric(1), Cell.of("nM"));
        List<Cell> micromolar = List.of(new Cell.Numeric(1), Cell.of("uM"));
        List<Cell> none = List.of(new Cell.Missing(), Cell.of("uM"));
        assertThat(new ExportTable("t", "", columns, List.of(nanomolar, none)).unitOf(columns.getFirst()))
                .isEqualTo("nM");
        assertThat(new ExportTable("t", "", columns, List.of(nanomolar, micromolar)).unitOf(columns.getFirst()))
                .isEmpty();
    }

    @Test
    void aCellOfAnotherTypeIsRefused() {
        List<TableColumn> columns = List.of(new TableColumn("a", ColumnType.NUMBER, "", "", ""));
        assertThatThrownBy(() -> new ExportTable("t", "", columns, List.of(List.of(Cell.of("x")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cell.Numeric(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
