package org.kindlin.study.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.map.PlateMapReader;
import org.kindlin.fault.Faults;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedLab;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads back of a plan what the virtual lab needs: its plates, its plate map and the settings to perform it under. */
public final class PlanReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long LARGEST = 64L << 20;
    private static final String REMEDY = "give the folder that 'kindlin plan' made, as it was made";

    private final Path file;
    private final Faults faults = new Faults();

    private PlanReader(Path file) {
        this.file = file;
    }

    /**
     * The plan of a folder, or of the plan.json in it.
     *
     * @param assay the assay it must be for
     * @throws org.kindlin.fault.InputFaultException with every fault of both files
     */
    public static PlannedLab read(Path plan, String assay) {
        PlanReader reader = new PlanReader(Files.isDirectory(plan) ? plan.resolve(PlanFiles.PLAN) : plan);
        Optional<PlannedLab> lab = reader.tree().flatMap(tree -> reader.lab(tree, assay));
        reader.faults.throwIfAny();
        return lab.orElseThrow(() -> new IllegalStateException("a plan without faults can be performed"));
    }

    private Optional<JsonNode> tree() {
        Optional<byte[]> bytes = bytes(file);
        try {
            Optional<JsonNode> tree = bytes.map(MAPPER::readTree);
            tree.filter(node -> !node.isObject()).ifPresent(_ -> fault("", "is no plan"));
            return tree.filter(JsonNode::isObject);
        } catch (JacksonException e) {
            fault("", "is not JSON");
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(Path path) {
        try {
            if (Files.isRegularFile(path) && Files.size(path) <= LARGEST) {
                return Optional.of(Files.readAllBytes(path));
            }
            faults.add(path.toString(), "", "is no file of a plan", REMEDY);
        } catch (IOException e) {
            faults.add(path.toString(), "", "cannot be read", "check its permissions");
        }
        return Optional.empty();
    }

    private Optional<PlannedLab> lab(JsonNode tree, String assay) {
        String name = tree.path("plan").asString("");
        if (!name.equals(assay)) {
            fault("plan", "is a plan for '" + name + "' and not for '" + assay + "'");
        }
        Optional<PlateFormat> format =
                PlateFormat.ofSize(tree.path("plates").path(0).path("wells").asInt(0));
        if (format.isEmpty()) {
            fault("plates", "states no plate size");
        }
        List<Plan.LabRun> runs = new ArrayList<>();
        for (JsonNode run : tree.path("lab")) {
            runs.add(new Plan.LabRun(
                    run.path("plates")
                            .valueStream()
                            .map(plate -> plate.asString(""))
                            .toList(),
                    texts(run.path("settings"))));
        }
        if (runs.isEmpty()) {
            fault("lab", "does not say how the virtual lab performs it");
        }
        Optional<PlateMap> map = map();
        if (format.isPresent() && map.isPresent()) {
            check(map.get(), format.get(), runs);
        }
        return faults.any() ? Optional.empty() : Optional.of(new PlannedLab(assay, map.get(), format.get(), runs));
    }

    private void check(PlateMap map, PlateFormat format, List<Plan.LabRun> runs) {
        for (String plate : runs.stream().flatMap(run -> run.plates().stream()).toList()) {
            if (map.on(plate).isEmpty()) {
                fault("lab", "names plate '" + plate + "', which the plate map does not");
            }
        }
        boolean fits = map.wells().stream().allMatch(well -> format.contains(well.address()));
        if (!fits) {
            fault("layout", "the plate map has wells that a " + format + " plate does not");
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.propertyStream()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }

    private Optional<PlateMap> map() {
        Path layout = file.resolveSibling(PlanFiles.LAYOUT);
        return bytes(layout).flatMap(bytes -> {
            Faults own = new Faults();
            PlateMap map = PlateMapReader.read(new RawFile(layout.toString(), bytes), own);
            own.all().forEach(faults::add);
            return own.any() ? Optional.empty() : Optional.of(map);
        });
    }

    private void fault(String place, String problem) {
        faults.add(file.toString(), place, problem, REMEDY);
    }
}
