package org.kindlin.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Attachment;
import org.kindlin.fault.Faults;
import org.kindlin.study.export.ExportContent;
import org.kindlin.study.export.ExportFormat;
import org.kindlin.study.export.ExportTarget;
import org.kindlin.study.export.ExportedAnalysis;
import org.kindlin.study.json.DocumentJson;
import org.kindlin.study.record.AtomicFiles;
import org.kindlin.study.record.Sha256;
import org.kindlin.study.report.TerminalStyle;
import org.kindlin.study.report.TerminalSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin analyze}: one analysis without a study. */
@Command(
        name = "analyze",
        description = "Analyse files under one assay, without a study.",
        footer = {
            "",
            "Example: four-parameter curves, one for each value of the column 'curve'",
            "  kindlin analyze dose-response doses.csv --set x=dose --set y=response --set by=curve --set model=4pl --json",
            "",
            "'kindlin assays NAME' lists every key of an assay with unit and default."
        })
final class AnalyzeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ASSAY", description = "name of the assay; 'kindlin assays' lists them")
    private String assay;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "raw files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--layout", paramLabel = "FILE", description = "plate map: one for all files, or one for each")
    private List<Path> layouts = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a protocol key")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "seed of everything random (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "write result.json and figures there")
    private @Nullable Path out;

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Option(
            names = "--export",
            paramLabel = "FORMAT",
            split = ",",
            description = "write results and data to --out too: csv, parquet, xlsx, pzfx")
    private List<ExportFormat> exports = new ArrayList<>();

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    private final Console console;

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Assay<?, ?, ?> found =
                AssayRegistry.find(assay).orElseThrow(() -> new ParameterException(spec.commandLine(), unknown(assay)));
        if (out == null && !exports.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--export needs --out DIR: where should the files go?");
        }
        Settings settings = SettingArguments.of(set, spec.commandLine());
        Faults faults = new Faults();
        List<InputFile> inputs = FileArguments.withCompanions(
                FileArguments.read(files, layouts, found.readsEvents(), faults), settings, found.keys(), faults);
        faults.throwIfAny();
        Analysis.Performed performed = Analysis.perform(found, inputs, settings, seed);
        AnalysisDocument document = performed.document();
        byte[] bytes = DocumentJson.write(document, out == null ? null : "figures");
        if (out != null) {
            write(out, performed, bytes);
            export(out, performed, bytes);
        }
        attach(performed.attachments(), settings);
        console.out()
                .print(
                        json
                                ? new String(bytes, StandardCharsets.UTF_8)
                                : TerminalSummary.render(document, TerminalStyle.plain()));
        return ExitCode.DONE;
    }

    private void write(Path folder, Analysis.Performed performed, byte[] json) throws IOException {
        figures.write(performed.document().figures(), folder.resolve("figures"));
        if (!performed.attachments().isEmpty()) {
            Path attachments = Files.createDirectories(folder.resolve("attachments"));
            for (Attachment attachment : performed.attachments()) {
                AtomicFiles.writeIfDifferent(attachments.resolve(attachment.name()), attachment.bytes());
            }
        }
        Files.write(folder.resolve("result.json"), json);
    }

    /** Writes each attachment where the key that asks for it says. */
    private static void attach(List<Attachment> attachments, Settings settings) {
        for (Attachment attachment : attachments) {
            String path = settings.stated().get(attachment.key());
            if (path != null) {
                AtomicFiles.writeIfDifferent(Path.of(path).toAbsolutePath(), attachment.bytes());
            }
        }
    }

    private void export(Path folder, Analysis.Performed performed, byte[] json) {
        String assayName = performed.document().analysis();
        ExportedAnalysis analysis =
                new ExportedAnalysis(assayName, Sha256.of(json).hex(), performed.document(), performed.data());
        ExportContent content = new ExportContent(assayName, "", List.of(analysis));
        for (ExportFormat format : exports) {
            ExportTarget.folder(
                    format.isOneFile() ? folder : folder.resolve(format.defaultName()), format.files(content));
        }
    }

    static String unknown(String name) {
        return "there is no assay '" + name + "'; there are: "
                + String.join(
                        ", ", AssayRegistry.all().stream().map(Assay::name).toList());
    }
}
