package org.kindlin.study.export;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Parquet that reads back cell by cell.
 */
class ParquetFilesTest {
    @TempDir
    private Path folder;

    @Test
    void everyCellReadsBackAsItsType() throws IOException {
        for (ExportTable table : ExportTables.of(ExportFixture.content(folder))) {
            Path file = folder.resolve(table.name() + ".parquet");
            Files.write(file, ParquetFiles.bytes(table, Map.of("kindlin.simulated", "true")));
            assertThat(rows(file)).as(table.name()).isEqualTo(expected(table));
            Map<String, String> metadata =
                    ParquetReader.readMetadata(file.toFile()).getFileMetaData().getKeyValueMetaData();
            assertThat(metadata)
                    .containsEntry("kindlin.table", table.name())
                    .containsEntry("kindlin.simulated", "true");
        }
    }

    @Test
    void theSameTableGivesTheSameBytes() throws IOException {
        ExportTable table = ExportTables.of(ExportFixture.content(folder)).getFirst();
        assertThat(ParquetFiles.bytes(table, Map.of("a", "1", "b", "2")))
                .isEqualTo(ParquetFiles.bytes(table, Map.of("b", "2", "a", "1")));
    }

    private static List<List<String>> rows(Path file) throws IOException {
        try (Stream<List<String>> rows = ParquetReader.streamContent(file.toFile(), new Lines())) {
            return rows.toList();
        }
    }

    /** A row as texts {@code name=type value}, missing cells left out. */
    private static final class Lines implements Hydrator<List<String>, List<String>, String[]> {
        @Override
        public List<String> start() {
            return new ArrayList<>();
        }

        @Override
        public List<String> add(List<String> target, String[] path, @Nullable Object value) {
            if (value != null) {
                target.add(String.join(".", path) + "=" + value.getClass().getSimpleName() + " " + value);
            }
            return target;
        }

        @Override
        public List<String> finish(List<String> target) {
            return target;
        }
    }

    private static List<List<String>> expected(ExportTable table) {
        return table.rows().stream().map(row -> expected(table, row)).toList();
    }

    private static List<String> expected(ExportTable table, List<Cell> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String name = table.columns().get(i).name();
            switch (row.get(i)) {
                case Cell.Missing _ -> {}
                case Cell.Text(String text) -> cells.add(name + "=String " + text);
                case Cell.Numeric(double number) -> cells.add(name + "=Double " + number);
                case Cell.Whole(long number) -> cells.add(name + "=Long " + number);
                case Cell.Flag(boolean flag) -> cells.add(name + "=Boolean " + flag);
            }
        }
        return cells;
    }
}
