package org.kindlin.study.export;

import java.util.List;
import java.util.Locale;

/** A format that results are exported in, named on the command line in lower case with hyphens. */
public enum ExportFormat {
    CSV("csv"),
    PARQUET("parquet"),
    XLSX("results.xlsx"),
    PZFX("curves.pzfx");

    private final String defaultName;

    ExportFormat(String defaultName) {
        this.defaultName = defaultName;
    }

    /** The file, or the folder of a format that has a file for each table. */
    public String defaultName() {
        return defaultName;
    }

    /** Whether the format is one file. */
    public boolean isOneFile() {
        return defaultName.contains(".");
    }

    /** The files; the one file of a format that has one goes by its default name. */
    public List<ExportFile> files(ExportContent content) {
        return switch (this) {
            case CSV -> new StudyTables(content).csv();
            case PARQUET -> new StudyTables(content).parquet();
            case XLSX -> List.of(new ExportFile(defaultName, new StudyTables(content).xlsx()));
            case PZFX -> List.of(new ExportFile(defaultName, PrismExport.write(content)));
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
