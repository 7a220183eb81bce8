package org.kindlin.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kindlin.assays.Assay;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;

/** A small study on disk, and what tests do with it. */
public final class StudyFixture {
    static final List<Assay<?, ?, ?>> ASSAYS = List.of(new MeanAssay());

    static final String YAML = """
            title: Means
            question: What are the means?
            seed: 7
            experiments:
              first:
                assay: mean
                files:
                  - {file: data/a.csv, target: FAK}
                  - {file: data/b.csv, target: Pyk2}
                protocol:
                  dose: 10 uM
              second:
                assay: mean
                files: [data/c.csv]
            """;

    final Path folder;
    final List<String> told = new ArrayList<>();
    final CountingReports reports = new CountingReports();

    public StudyFixture(Path folder) {
        this.folder = folder;
        write("study.yaml", YAML);
        write("data/a.csv", "1\n2\n3\n");
        write("data/b.csv", "# SIMULATED DATA\n4\n5\n");
        write("data/c.csv", "10.5\n");
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the study, and notes what was told of each experiment. */
    StudyOutcome run(String... only) {
        return run(new RunOptions(Optional.empty(), Set.copyOf(Arrays.asList(only)), false));
    }

    StudyOutcome run(RunOptions options) {
        told.clear();
        return runner().run(folder, options);
    }

    StudyRunner runner() {
        RunListener listener = new RunListener() {
            @Override
            public void finished(ExperimentOutcome outcome) {
                String what = outcome instanceof ExperimentOutcome.Ran ran
                        ? ran.cause().name()
                        : outcome.getClass().getSimpleName();
                told.add(outcome.experiment().name() + " " + what);
            }
        };
        return new StudyRunner(ASSAYS, reports, listener, () -> Instant.parse("2026-01-02T03:04:05Z"));
    }

    List<String> told() {
        return told.stream().sorted().toList();
    }

    /** Every file under the output folder with its bytes, the journal and locks aside. */
    Map<String, List<Byte>> outputs() {
        Path out = folder.resolve("out");
        Map<String, List<Byte>> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(out)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte b : Files.readAllBytes(path)) {
                    bytes.add(b);
                }
                files.put(out.relativize(path).toString(), bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.remove("record/journal.jsonl");
        files.remove("record/lock");
        return files;
    }

    /** The faults of reading a study file with this text. */
    static List<String> faultsOf(Path folder, String yaml) {
        try {
            Files.writeString(folder.resolve("study.yaml"), yaml);
            StudyReader.read(folder, ASSAYS);
            return List.of();
        } catch (InputFaultException e) {
            return e.faults().stream().map(Fault::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reports that say what they were given, and count how often they were asked. */
    static final class CountingReports implements ReportWriter {
        int written;

        @Override
        public List<ReportFile> write(StudyReport report) {
            written++;
            String text = report.study().title() + " " + report.sections().size() + " " + report.simulated();
            return List.of(new ReportFile("report.html", text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public String edition() {
            return "test";
        }
    }
}
