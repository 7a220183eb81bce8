package org.kindlin.study.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.Version;
import org.kindlin.study.FinishedStudy;

/** Results and data as tables, in every format of tables. */
public final class StudyTables {
    private final ExportContent content;
    private final List<ExportTable> tables;

    public StudyTables(ExportContent content) {
        this.content = content;
        this.tables = ExportTables.of(content);
    }

    /** What is exported of a study. */
    public static ExportContent content(FinishedStudy study) {
        return new ExportContent(
                study.study().title(),
                study.study().question(),
                study.experiments().stream()
                        .map(finished -> new ExportedAnalysis(
                                finished.experiment().name(),
                                finished.kept().hash().hex(),
                                finished.document(),
                                finished.data()))
                        .toList());
    }

    /** One CSV file a table. */
    public List<ExportFile> csv() {
        return CsvFiles.of(tables);
    }

    /** One Parquet file a table. */
    public List<ExportFile> parquet() {
        return ParquetFiles.of(
                tables,
                Map.of(
                        "kindlin.version", Version.current(),
                        "kindlin.study", content.title(),
                        "kindlin.simulated", Boolean.toString(content.simulated())));
    }

    /** One workbook, a sheet a table. */
    public byte[] xlsx() {
        List<List<String>> about = new ArrayList<>();
        if (content.simulated()) {
            about.add(List.of("SIMULATED DATA", "Rows with simulated = TRUE rest on data from the virtual lab."));
        }
        about.add(List.of("Study", content.title()));
        about.add(List.of("Question", content.question()));
        about.add(List.of("Made by", "Kindlin " + Version.current()));
        tables.forEach(table -> about.add(List.of(table.name(), table.meaning())));
        return XlsxFile.bytes(tables, about);
    }
}
