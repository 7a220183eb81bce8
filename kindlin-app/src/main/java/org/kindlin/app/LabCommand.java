package org.kindlin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.lab.VirtualLab;
import org.kindlin.study.plan.PlanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin lab}: instrument files whose truth is known. */
@Command(
        name = "lab",
        description = "Perform an assay in the virtual lab: instrument files plus truth.json.",
        footer = {
            "",
            "Example: two 384-well FAK plates with defactinib (true Ki 0.6 nM)",
            "  kindlin lab kinase --out plates --seed 7 --set compounds=\"defactinib=0.6 nM\"",
            "  kindlin analyze kinase plates/fak-plate-1.csv plates/fak-plate-2.csv \\",
            "      --layout plates/layout.csv --set target=FAK --set enzymeConcentration=\"1 nM\""
        })
final class LabCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** The names of the assays, for the help text. */
    static final class Assays implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return VirtualLab.all().stream().map(VirtualAssay::name).sorted().iterator();
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "ASSAY",
            completionCandidates = Assays.class,
            description = "one of: ${COMPLETION-CANDIDATES}")
    private String assay;

    @Option(names = "--out", paramLabel = "DIR", description = "where the files go")
    private @Nullable Path out;

    @Option(names = "--keys", description = "list the settings instead of performing the assay")
    private boolean keys;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "seed; the same seed gives the same bytes (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "perform this plan (its folder or plan.json) instead of a layout of the lab's own")
    private @Nullable Path plan;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a setting; --keys lists them")
    private List<String> set = new ArrayList<>();

    private final Console console;

    LabCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        VirtualAssay virtual = VirtualLab.find(assay)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "the virtual lab has no assay '" + assay + "'; it has: "
                                + String.join(
                                        ", ",
                                        VirtualLab.all().stream()
                                                .map(VirtualAssay::name)
                                                .toList())));
        if (keys) {
            KeyTable.print(virtual.keys(), console.out());
            return ExitCode.DONE;
        }
        if (out == null) {
            throw new ParameterException(spec.commandLine(), "--out DIR is needed: where should the files go?");
        }
        perform(virtual, out);
        return ExitCode.DONE;
    }

    private void perform(VirtualAssay virtual, Path folder) throws IOException {
        Settings settings = SettingArguments.of(set, spec.commandLine());
        List<LabFile> files = plan == null
                ? VirtualLab.perform(virtual, settings, seed)
                : PlanReader.read(plan, virtual.name()).files(settings, seed);
        refuseToOverwrite(files, folder);
        Files.createDirectories(folder);
        for (LabFile file : files) {
            Files.write(folder.resolve(file.name()), file.bytes());
            console.out().println(folder.resolve(file.name()));
        }
    }

    private static void refuseToOverwrite(List<LabFile> files, Path folder) {
        List<Fault> faults = files.stream()
                .map(file -> folder.resolve(file.name()))
                .filter(Files::exists)
                .map(path -> new Fault(path.toString(), "", "exists already", "name another --out, or remove it first"))
                .toList();
        if (!faults.isEmpty()) {
            throw new InputFaultException(faults);
        }
    }
}
