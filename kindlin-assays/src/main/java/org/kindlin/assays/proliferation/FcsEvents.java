package org.kindlin.assays.proliferation;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

    private static final MemorySegment MARK = MemorySegment.ofArray(new byte[] {'F', 'C', 'S'});

    private static final GatingDocument NO_GATES = new GatingDocument(List.of(), Map.of(), Map.of());

    private FcsEvents() {}

    static boolean isFcs(RawFile file) {
        MemorySegment bytes = file.content();
        return bytes.byteSize() > MARK.byteSize() && MARK.mismatch(bytes.asSlice(0, MARK.byteSize())) < 0;
    }

    /**
     * The population to analyse, of a gating document.
     *
     * @param all population of living and dead cells, of which the share inside is the viability; empty where none is named
     */
    record Gate(RawFile document, String name, Optional<String> all) {}

    /** The events; empty where faults were added. */
    static Optional<EventTable> read(RawFile file, Optional<Gate> gate, List<Warning> warnings, Faults faults) {
        Findings findings = new Findings(file.path(), ReadingMode.LENIENT);
        Optional<FcsDataSet> set =
                FcsReader.read(file.content(), findings).stream().findFirst();
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
        Map<String, Population> populations = gate.isPresent() ? gating.populations() : Map.of();
        Optional<int[]> indices = gate.flatMap(stated -> events(stated, stated.name(), populations, faults));
        Optional<int[]> all =
                gate.flatMap(stated -> stated.all().flatMap(name -> events(stated, name, populations, faults)));
        if (faults.any()) {
            return Optional.empty();
        }
        Map<String, Supplier<double[]>> numbers = new LinkedHashMap<>();
        for (FcsParameter parameter : set.parameters()) {
            if (!parameter.isTime()) {
                numbers.put(name(parameter), () -> taken(gating.column(parameter.name(), AS_THE_FILE_SAYS), indices));
            }
        }
        return Optional.of(new EventTable(
                file.path(),
                numbers,
                Map.of(),
                indices.map(rows -> rows.length).orElse(set.events()),
                viability(indices, all)));
    }

    private static Optional<int[]> events(Gate gate, String name, Map<String, Population> populations, Faults faults) {
        Population population = populations.get(name);
        if (population == null) {
            faults.add(
                    gate.document().path(),
                    "",
                    "there is no gate '" + name + "'",
                    "the gates are: " + String.join(", ", populations.keySet()));
            return Optional.empty();
        }
        return Optional.of(population.members().indices());
    }

    /** The share of all cells that is among the living ones, in percent. */
    private static OptionalDouble viability(Optional<int[]> living, Optional<int[]> all) {
        if (living.isEmpty() || all.isEmpty() || all.get().length == 0) {
            return OptionalDouble.empty();
        }
        long both = Arrays.stream(living.get())
                .filter(event -> Arrays.binarySearch(all.get(), event) >= 0)
                .count();
        return OptionalDouble.of(100.0 * both / all.get().length);
    }

    private static String name(FcsParameter parameter) {
        return parameter.stain().isBlank() ? parameter.name() : parameter.name() + " " + parameter.stain();
    }

    private static double[] taken(double[] all, Optional<int[]> rows) {
        return rows.map(some -> Arrays.stream(some).mapToDouble(i -> all[i]).toArray())
                .orElse(all);
    }
}
