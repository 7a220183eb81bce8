package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kindlin export}, and {@code analyze --export}. */
class ExportCommandTest {
    private static final String DATA = "dose,response\n1,98\n1,97\n10,88\n10,91\n100,52\n100,49\n1000,9\n10000,2\n";

    @TempDir
    private Path folder;

    private Path study() throws IOException {
        Path study = Files.createDirectories(folder.resolve("study"));
        Files.writeString(study.resolve("curve.csv"), DATA);
        Files.writeString(study.resolve("study.yaml"), """
                title: One curve
                experiments:
                  curve: {assay: dose-response, files: [curve.csv]}
                """);
        return study;
    }

    @ParameterizedTest
    @CsvSource({
        "csv, csv/estimates.csv, experiment",
        "parquet, parquet/estimates.parquet, PAR1",
        "xlsx, results.xlsx, PK",
        "pzfx, curves.pzfx, GraphPadPrismFile",
        "ro-crate, ro-crate/ro-crate-metadata.json, w3id.org/ro/crate"
    })
    void everyFormatIsWrittenBesideTheResults(String format, String file, String content) throws IOException {
        Path study = study();
        Terminal done = Terminal.run("export", study.toString(), "--format", format);
        assertThat(done.err()).isEmpty();
        assertThat(done.exit()).isZero();
        byte[] bytes = Files.readAllBytes(study.resolve("out/export").resolve(file));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains(content);
    }

    @Test
    void aCrateIsAnArchiveWhereTheNameSaysSo() throws IOException {
        Path archive = folder.resolve("crate.zip");
        Terminal done = Terminal.run("export", study().toString(), "--format", "ro-crate", "--out", archive.toString());
        assertThat(done.exit()).isZero();
        assertThat(Files.readAllBytes(archive)).startsWith('P', 'K');
    }

    @Test
    void nothingIsWrittenWhereAnExperimentCannotBeAnalysed() throws IOException {
        Path study = study();
        Files.writeString(study.resolve("curve.csv"), "dose,response\n1,many\n2,5\n");
        Path out = folder.resolve("tables");
        Terminal faulty = Terminal.run("export", study.toString(), "--format", "csv", "--out", out.toString());
        assertThat(faulty.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(faulty.err()).contains("curve.csv:line 2");
        assertThat(out).doesNotExist();
    }

    @Test
    void anUnknownFormatOrExperimentIsToldWithThoseThereAre() throws IOException {
        Path study = study();
        Terminal format = Terminal.run("export", study.toString(), "--format", "docx");
        assertThat(format.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(format.err()).contains("docx").contains("parquet");
        Terminal only = Terminal.run("export", study.toString(), "--format", "csv", "--only", "curves");
        assertThat(only.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(only.err()).contains("did you mean 'curve'?");
    }

    @Test
    void aFileWhereAFolderIsNeededIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        Terminal refused = Terminal.run("export", study().toString(), "--format", "csv", "--out", file.toString());
        assertThat(refused.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err()).contains("is a file");
        Terminal one = Terminal.run("export", study().toString(), "--format", "xlsx", "--out", folder.toString());
        assertThat(one.err()).contains("is a folder");
    }

    @Test
    void analyzeExportsWithoutAStudy() throws IOException {
        Path data = Files.writeString(folder.resolve("curve.csv"), DATA);
        Path out = folder.resolve("out");
        Terminal done = Terminal.run(
                "analyze", "dose-response", data.toString(), "--out", out.toString(), "--export", "csv,pzfx,xlsx");
        assertThat(done.err()).isEmpty();
        assertThat(out.resolve("csv/data.csv")).isNotEmptyFile();
        assertThat(out.resolve("curves.pzfx")).isNotEmptyFile();
        assertThat(out.resolve("results.xlsx")).isNotEmptyFile();
        Terminal nowhere = Terminal.run("analyze", "dose-response", data.toString(), "--export", "csv");
        assertThat(nowhere.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.err()).contains("--out");
    }

    @Test
    void aPlateFileBecomesAnAllotropeDocument() throws IOException {
        Path plate = Files.writeString(folder.resolve("plate.csv"), "Luminescence\n,1,2,3\nA,1,2,3\nB,4,5,6\n");
        Terminal done = Terminal.run("convert", plate.toString(), "--to", "allotrope");
        assertThat(done.err()).isEmpty();
        assertThat(folder.resolve("plate.csv.json")).content().contains("plate-reader/REC/2025/03");
        Terminal unknown = Terminal.run("convert", plate.toString(), "--to", "xls");
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
    }
}
