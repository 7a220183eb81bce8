package org.kindlin.assays.proliferation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.SpilloverKeyword;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.GatingMlReader;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Finding;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/** Events of a cytometer's file: compensated by its own spillover, within a gate where one is named. */
final class FcsEvents {
    private static final String AS_THE_FILE_SAYS = "FCS";

    private static final GatingDocument NO_GATES = new GatingDocument(List.of(), Map.of(), Map.of());

    private FcsEvents() {}

    static boolean isFcs(RawFile file) {
        byte[] bytes = file.bytes();
        return bytes.length > 3 && bytes[0] == 'F' && bytes[1] == 'C' && bytes[2] == 'S';
    }

    /** The population to analyse, of a gating document. */
    record Gate(RawFile document, String name) {}

    /** The events; empty where faults were added. */
    static Optional<EventTable> read(RawFile file, Optional<Gate> gate, List<Warning> warnings, Faults faults) {
        Findings findings = new Findings(file.path(), ReadingMode.LENIENT);
        Optional<FcsDataSet> set =
                FcsReader.read(file.bytes(), findings).stream().findFirst();
        Optional<Spillover> spillover = set.flatMap(found -> SpilloverKeyword.of(found, findings));
        findings.faults().all().forEach(faults::add);
        if (set.isEmpty() || findings.faults().any()) {
            return Optional.empty();
        }
        for (Finding finding : findings.warnings()) {
            warnings.add(new Warning(finding.code(), file.path() + ": " + finding.problem()));
        }
        Optional<GatingDocument> document =
                gate.isPresent() ? GatingMlReader.read(gate.get().document(), faults) : Optional.of(NO_GATES);
        return document.flatMap(found -> Gating.bind(found, set.get(), spillover, file.path(), faults))
                .flatMap(gating -> table(file, set.get(), gating, gate, faults));
    }

    private static Optional<EventTable> table(
            RawFile file, FcsDataSet set, Gating gating, Optional<Gate> gate, Faults faults) {
        Optional<int[]> inside = Optional.empty();
        if (gate.isPresent()) {
            Map<String, Population> populations = gating.populations();
            Population population = populations.get(gate.get().name());
            if (population == null) {
                faults.add(
                        gate.get().document().path(),
                        "",
                        "there is no gate '" + gate.get().name() + "'",
                        "the gates are: " + String.join(", ", populations.keySet()));
                return Optional.empty();
            }
            inside = Optional.of(population.members().indices());
        }
        Optional<int[]> indices = inside;
        Map<String, Supplier<double[]>> numbers = new LinkedHashMap<>();
        for (FcsParameter parameter : set.parameters()) {
            if (!parameter.isTime()) {
                numbers.put(name(parameter), () -> taken(gating.column(parameter.name(), AS_THE_FILE_SAYS), indices));
            }
        }
        return Optional.of(new EventTable(
                file.path(), numbers, Map.of(), indices.map(rows -> rows.length).orElse(set.events())));
    }

    private static String name(FcsParameter parameter) {
        return parameter.stain().isBlank() ? parameter.name() : parameter.name() + " " + parameter.stain();
    }

    private static double[] taken(double[] all, Optional<int[]> rows) {
        return rows.map(some -> Arrays.stream(some).mapToDouble(i -> all[i]).toArray())
                .orElse(all);
    }
}
