package org.kindlin.study.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.study.FinishedStudy;
import org.kindlin.study.ReportWriter;
import org.kindlin.study.RunListener;
import org.kindlin.study.RunOptions;
import org.kindlin.study.StudyOutcome;
import org.kindlin.study.StudyRunner;

/** A study of two dose-response curves on disk, one of them simulated, with a well left out and a hostile name. */
public final class ExportFixture {
    private static final String YAML = """
            title: Two curves
            question: Which is stronger?
            seed: 3
            experiments:
              first:
                assay: dose-response
                files: [data/my curves.csv]
                protocol: {by: "compound, cell", unit: nM, responseUnit: "%", excludeColumn: why}
              second:
                assay: dose-response
                files: [data/simulated.csv]
                protocol: {by: compound, unit: uM}
            """;
    private static final String FIRST = """
            compound,cell,dose,response,why
            =SUM(A1),HEY,1,98,
            =SUM(A1),HEY,1,99,
            =SUM(A1),HEY,10,91,
            =SUM(A1),HEY,10,90,
            =SUM(A1),HEY,100,52,
            =SUM(A1),HEY,100,150,air bubble
            =SUM(A1),HEY,1000,9,
            =SUM(A1),HEY,10000,2,
            b,HEY,1,97,
            b,HEY,10,52,
            b,HEY,100,8,
            b,HEY,1000,1,
            b,HEY,10000,2,
            """;
    private static final String SECOND = """
            # SIMULATED DATA
            compound,dose,response
            c,0,100
            c,0.1,90
            c,1,51
            c,10,11
            c,100,1
            """;

    private ExportFixture() {}

    /** Writes the study and runs it. */
    public static FinishedStudy in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("study.yaml"), YAML);
        Files.writeString(folder.resolve("data/my curves.csv"), FIRST);
        Files.writeString(folder.resolve("data/LICENSE.txt"), "MIT");
        Files.writeString(folder.resolve("data/simulated.csv"), SECOND);
        StudyOutcome outcome = new StudyRunner(
                        AssayRegistry.all(),
                        ReportWriter.none(),
                        new RunListener() {},
                        () -> Instant.parse("2026-01-02T03:04:05Z"))
                .run(folder, RunOptions.usual());
        return FinishedStudy.of(outcome, Set.of());
    }

    static ExportContent content(Path folder) throws IOException {
        return StudyTables.content(in(folder));
    }
}
