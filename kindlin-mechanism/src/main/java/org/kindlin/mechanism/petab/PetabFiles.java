package org.kindlin.mechanism.petab;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLSchema;

/** The names of the files that a problem's YAML file lists. */
record PetabFiles(
        List<String> parameters,
        String model,
        List<String> conditions,
        List<String> observables,
        List<String> measurements) {
    private static final int DEEPEST = 16;
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .yamlSchema(YAMLSchema.FAILSAFE)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    /**
     * The files of the problem in this text.
     *
     * @throws InputFaultException if it is no PEtab problem of version 1
     */
    static PetabFiles read(String file, String text) {
        Faults faults = new Faults();
        JsonNode root = tree(file, text, faults);
        String version = root.path("format_version").asString("");
        if (!version.equals("1") && !version.startsWith("1.")) {
            faults.add(
                    file,
                    "format_version",
                    version.isEmpty() ? "is not there: this is no PEtab problem" : "is " + version,
                    "give a PEtab problem of version 1");
            throw new InputFaultException(faults.all()); // what follows is of that version
        }
        JsonNode problems = root.path("problems");
        if (problems.size() > 1) {
            faults.add(file, "problems", "holds " + problems.size() + " problems", "give them one at a time");
        }
        JsonNode problem = problems.path(0);
        List<String> models = names(problem.path("sbml_files"));
        if (models.size() != 1) {
            faults.add(file, "sbml_files", "names " + models.size() + " models", "name exactly one");
        }
        PetabFiles files = new PetabFiles(
                names(root.path("parameter_file")),
                models.isEmpty() ? "" : models.getFirst(),
                names(problem.path("condition_files")),
                names(problem.path("observable_files")),
                names(problem.path("measurement_files")));
        files.check(file, faults);
        faults.throwIfAny();
        return files;
    }

    private static JsonNode tree(String file, String text, Faults faults) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            faults.add(file, line > 0 ? "line " + line : "", "not readable as YAML", "mend the text around this line");
            throw new InputFaultException(faults.all());
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> names.add(each.asString("")));
        } else if (node.isString()) {
            names.add(node.asString(""));
        }
        return names;
    }

    private void check(String file, Faults faults) {
        require(file, "parameter_file", parameters, faults);
        require(file, "condition_files", conditions, faults);
        require(file, "observable_files", observables, faults);
        require(file, "measurement_files", measurements, faults);
        for (String name : all()) {
            boolean inside = !name.isEmpty()
                    && !name.startsWith("/")
                    && !name.contains("\\")
                    && !name.contains(":")
                    && !List.of(name.split("/", -1)).contains("..");
            if (!inside) {
                faults.add(file, "", "'" + name + "' lies outside the problem's folder", "keep its files beside it");
            }
        }
    }

    private static void require(String file, String key, List<String> names, Faults faults) {
        if (names.isEmpty()) {
            faults.add(file, key, "names no file", "name one");
        }
    }

    /** Every file, in the order: parameters, model, conditions, observables, measurements. */
    List<String> all() {
        List<String> all = new ArrayList<>(parameters);
        all.add(model);
        all.addAll(conditions);
        all.addAll(observables);
        all.addAll(measurements);
        return all;
    }
}
