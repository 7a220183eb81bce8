package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** Files of events, with sheet and tags, to cultures. */
final class ProliferationReader {
    private static final double LARGEST = 1e15;

    private final ProliferationProtocol protocol;
    private final Faults faults;
    private final List<CultureSample> samples = new ArrayList<>();
    private final List<Warning> findings = new ArrayList<>();
    private final Map<RawFile, Optional<SampleSheet>> sheets = new HashMap<>();

    private ProliferationReader(ProliferationProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static ProliferationData read(List<InputFile> files, ProliferationProtocol protocol, Faults faults) {
        ProliferationReader reader = new ProliferationReader(protocol, faults);
        files.forEach(reader::read);
        if (!files.isEmpty()) {
            reader.control(files.getFirst(), ProliferationKeys.UNDIVIDED, "undivided");
            reader.control(files.getFirst(), ProliferationKeys.UNSTAINED, "unstained");
        }
        ProliferationData data = new ProliferationData(reader.samples, reader.findings);
        if (!faults.any() && data.of(SampleRole.STIMULATED).isEmpty() && !files.isEmpty()) {
            faults.add(
                    files.getFirst().data().path(),
                    "role",
                    "every sample is a control",
                    "give the cultures whose divisions are asked for the role 'sample'");
        }
        return data;
    }

    private void read(InputFile file) {
        Map<String, String> facts = new LinkedHashMap<>(file.tags());
        file.layout()
                .ifPresent(layout -> sheets.computeIfAbsent(layout, l -> SampleSheet.read(l, faults))
                        .ifPresent(sheet -> facts.putAll(sheet.of(file.data(), faults))));
        events(file.data(), facts, protocol.events().by(), gate(file));
    }

    private void control(InputFile any, Key<?> key, String role) {
        any.companion(key).ifPresent(data -> events(data, Map.of("role", role), List.of(), gate(any)));
    }

    private Optional<FcsEvents.Gate> gate(InputFile file) {
        return file.companion(ProliferationKeys.GATING)
                .flatMap(document -> protocol.events()
                        .gate()
                        .map(name -> new FcsEvents.Gate(
                                document, name, protocol.events().allCells())));
    }

    private void events(RawFile file, Map<String, String> facts, List<String> by, Optional<FcsEvents.Gate> gate) {
        Optional<EventTable> read = FcsEvents.isFcs(file)
                ? FcsEvents.read(file, gate, findings, faults)
                : EventTables.read(file, by, faults);
        if (read.isEmpty()) {
            return;
        }
        EventTable events = read.get();
        Optional<String> dye = DyeColumn.find(events, protocol.events().channel(), faults);
        if (dye.isEmpty()) {
            return;
        }
        double[] intensities =
                DyeColumn.linear(events, dye.get(), protocol.events().scale(), faults);
        Optional<boolean[]> dead = dead(events);
        if (intensities.length == events.events()) {
            groups(events).forEach((stated, rows) -> {
                Map<String, String> all = new LinkedHashMap<>(facts);
                all.putAll(stated);
                CultureFacts.read(file.path(), all, by, protocol.unit(), faults)
                        .ifPresent(known -> add(file, known, intensities, dead, rows, events.viability()));
            });
        }
    }

    /** Rows by what the columns of the file say of their culture, in order of appearance. */
    private static Map<Map<String, String>, List<Integer>> groups(EventTable events) {
        Map<Map<String, String>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < events.events(); row++) {
            Map<String, String> facts = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> column : events.texts().entrySet()) {
                facts.put(column.getKey(), column.getValue().get(row));
            }
            groups.computeIfAbsent(facts, _ -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private Optional<boolean[]> dead(EventTable events) {
        OptionalDouble threshold = protocol.events().viabilityThreshold();
        return threshold.isEmpty()
                ? Optional.empty()
                : protocol.events()
                        .viabilityChannel()
                        .flatMap(name -> DyeColumn.required(events, name, faults))
                        .map(name -> dead(events.column(name), threshold.getAsDouble()));
    }

    private static boolean[] dead(double[] intensities, double threshold) {
        boolean[] dead = new boolean[intensities.length];
        for (int i = 0; i < dead.length; i++) {
            dead[i] = intensities[i] >= threshold;
        }
        return dead;
    }

    private void add(
            RawFile file,
            CultureFacts facts,
            double[] intensities,
            Optional<boolean[]> dead,
            List<Integer> rows,
            OptionalDouble gated) {
        double[] living = rows.stream()
                .filter(row -> dead.isEmpty() || !dead.get()[row])
                .mapToDouble(row -> intensities[row])
                .toArray();
        if (Arrays.stream(living).noneMatch(x -> x > 0) || Arrays.stream(living).anyMatch(x -> Math.abs(x) > LARGEST)) {
            faults.add(
                    file.path(),
                    "",
                    "no event has an intensity above zero, or one is beyond " + LARGEST,
                    "check channel and scale");
            return;
        }
        OptionalDouble viability = dead.isPresent()
                ? OptionalDouble.of(100.0 * living.length / rows.size())
                : gated.isPresent() ? gated : facts.viability();
        String name = facts.name().isEmpty()
                ? file.name().replaceFirst("(?i)(\\.(csv|txt|tsv|fcs|lmd|gz))+$", "")
                : facts.name();
        samples.add(new CultureSample(
                file.path(), name, facts.role(), facts.subject(), facts.dose(), facts.replicate(), living, viability));
    }
}
