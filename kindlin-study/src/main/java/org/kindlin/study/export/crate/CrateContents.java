package org.kindlin.study.export.crate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.FinishedExperiment;
import org.kindlin.study.FinishedStudy;
import org.kindlin.study.Study;
import org.kindlin.study.StudyFolder;
import org.kindlin.study.export.ExportContent;
import org.kindlin.study.export.PrismExport;
import org.kindlin.study.export.StudyTables;

/**
 * The files of a crate: the study as it can be run again in {@code study/}, beside it what was made of it.
 *
 * @param files by path, study file first
 * @param analyses what each experiment was made from and what came of it, as paths
 * @param derived paths of what was made of all results: report and tables
 */
record CrateContents(Map<String, CrateFile> files, List<Analysed> analyses, List<String> derived) {
    /** The folder of the study as it was. */
    static final String STUDY = "study/";

    /** The study file within the crate. */
    static final String STUDY_FILE = STUDY + Study.FILE_NAME;

    /** One analysis as paths: inputs and outputs. */
    record Analysed(FinishedExperiment experiment, List<String> inputs, List<String> outputs) {}

    static CrateContents of(FinishedStudy study) {
        return new Builder(study).build();
    }

    private static final class Builder {
        private final FinishedStudy study;
        private final Map<String, CrateFile> files = new LinkedHashMap<>();
        private final List<Analysed> analyses = new ArrayList<>();
        private final List<String> derived = new ArrayList<>();

        Builder(FinishedStudy study) {
            this.study = study;
        }

        CrateContents build() {
            byte[] source = study.study().source().bytes();
            add(CrateFile.of(STUDY_FILE, source, "Study file", "Experiments, their files and their protocols.", false));
            study.experiments().forEach(this::experiment);
            ExportContent content = StudyTables.content(study);
            study.report().forEach(file -> report(file, content.simulated()));
            new StudyTables(content)
                    .csv()
                    .forEach(table -> derive(CrateFile.of(
                            "tables/" + table.name(),
                            table.content(),
                            "Table " + table.name(),
                            "Results or data as a tidy table; columns.csv explains every column.",
                            content.simulated())));
            derive(CrateFile.of(
                    "curves.pzfx",
                    PrismExport.write(content),
                    "Curves",
                    "Dose-response data for GraphPad Prism 5 and later.",
                    content.simulated()));
            return new CrateContents(files, List.copyOf(analyses), List.copyOf(derived));
        }

        private void experiment(FinishedExperiment finished) {
            List<String> inputs = new ArrayList<>(List.of(STUDY_FILE));
            for (RawFile raw : finished.files()) {
                inputs.add(raw(raw));
            }
            List<String> outputs = new ArrayList<>();
            boolean simulated = finished.document().simulated();
            String title = finished.experiment().title();
            add(CrateFile.of(
                    finished.resultFile(),
                    finished.kept().json(),
                    "Result: " + title,
                    "Estimates, tests, quality" + " checks and warnings with the protocol.",
                    simulated));
            outputs.add(finished.resultFile());
            finished.document().figures().forEach(figure -> {
                String path = finished.figureFolder() + "/" + figure.name() + ".svg";
                byte[] svg = finished.kept().figures().getOrDefault(figure.name(), new byte[0]);
                add(CrateFile.of(path, svg, "Figure: " + figure.title(), figure.caption(), simulated));
                outputs.add(path);
            });
            finished.kept().attachments().forEach((name, bytes) -> {
                String path = finished.attachmentFolder() + "/" + name;
                add(CrateFile.of(path, bytes, "Made beside the numbers: " + name, title, simulated));
                outputs.add(path);
            });
            analyses.add(new Analysed(finished, List.copyOf(inputs), List.copyOf(outputs)));
        }

        /** A raw file at its place in the study, with the licence files that lie beside it. */
        private String raw(RawFile raw) {
            String path = STUDY + raw.path();
            List<String> licences =
                    licencesBeside(raw.path()).stream().map(this::licence).toList();
            String description = raw.simulated() ? "Written by the virtual lab of Kindlin." : "";
            add(new CrateFile(path, raw.bytes(), raw.name(), description, raw.simulated(), licences));
            return path;
        }

        private String licence(String path) {
            RawFile file = study.study().folder().read(path, path, "");
            add(CrateFile.of(STUDY + path, file.bytes(), file.name(), "Licence of the files beside it.", false));
            return STUDY + path;
        }

        private List<String> licencesBeside(String path) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            StudyFolder root = study.study().folder();
            try (Stream<Path> beside = Files.list(root.path().resolve(folder))) {
                return beside.filter(Files::isRegularFile)
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.toUpperCase(Locale.ROOT).matches("(?:LICEN[CS]E|COPYING|NOTICE)\\b.*"))
                        .sorted()
                        .map(name -> folder + name)
                        .toList();
            } catch (IOException e) {
                return List.of();
            }
        }

        private void report(Path file, boolean simulated) {
            try {
                derive(CrateFile.of(
                        file.getFileName().toString(),
                        Files.readAllBytes(file),
                        "Report",
                        "The report of the study.",
                        simulated));
            } catch (IOException e) {
                throw new InputFaultException(new Fault(
                        file.toString(), "", "the report cannot be read", "mend its permissions and export again"));
            }
        }

        private void derive(CrateFile file) {
            add(file);
            derived.add(file.path());
        }

        private void add(CrateFile file) {
            files.putIfAbsent(file.path(), file);
        }
    }
}
