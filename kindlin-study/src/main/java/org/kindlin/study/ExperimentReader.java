package org.kindlin.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kindlin.assays.Assay;
import org.kindlin.assays.yaml.YamlNode;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Suggestion;
import org.kindlin.study.Experiment.DataFile;

/** Reads the experiments of study.yaml, their files and protocols. */
final class ExperimentReader {
    /** A name becomes a file name, on every operating system. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final List<Assay<?, ?, ?>> assays;
    private final Faults faults;

    ExperimentReader(List<Assay<?, ?, ?>> assays, Faults faults) {
        this.assays = assays;
        this.faults = faults;
    }

    List<Experiment> read(Map<String, YamlNode.Entry> byName) {
        List<Experiment> experiments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        byName.forEach((name, entry) -> {
            checkName(name, entry.line(), names);
            experiments.add(experiment(name, entry));
        });
        return experiments;
    }

    private void checkName(String name, int line, Set<String> names) {
        if (!NAME.matcher(name).matches()) {
            fault(
                    line,
                    "'" + Fields.shown(name) + "' cannot name an experiment",
                    "use letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit");
        } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
            fault(line, "'" + name + "' differs from another experiment only in case", "rename one of them");
        }
    }

    private Experiment experiment(String name, YamlNode.Entry entry) {
        Fields fields = new Fields(entry.value(), "experiment '" + Fields.shown(name) + "'", faults);
        Optional<Assay<?, ?, ?>> assay = assay(fields, entry.line());
        Protocol protocol = protocol(fields);
        Experiment experiment = new Experiment(
                name,
                assay.map(Assay::name).orElse(""),
                fields.text("title").orElse(name),
                fields.text("note").orElse(""),
                files(fields, entry.line()),
                protocol.texts(),
                entry.line(),
                protocol.lines());
        fields.rejectUnknown();
        assay.ifPresent(known -> checkProtocol(experiment, known));
        return experiment;
    }

    private Optional<Assay<?, ?, ?>> assay(Fields fields, int line) {
        List<String> names = assays.stream().map(Assay::name).toList();
        Optional<YamlNode.Entry> entry = fields.take("assay");
        if (entry.isEmpty()) {
            fault(line, "the experiment has no 'assay'", "one of: " + String.join(", ", names));
            return Optional.empty();
        }
        Optional<String> text = fields.text("assay", entry.get());
        Optional<Assay<?, ?, ?>> found = text.flatMap(
                name -> assays.stream().filter(a -> a.name().equals(name)).findFirst());
        if (text.isPresent() && found.isEmpty()) {
            fault(
                    entry.get().line(),
                    "unknown assay '" + Fields.shown(text.get()) + "'" + Suggestion.didYouMean(text.get(), names),
                    "one of: " + String.join(", ", names));
        }
        return found;
    }

    private List<DataFile> files(Fields fields, int line) {
        Optional<YamlNode.Entry> files = fields.take("files");
        Optional<YamlNode.Entry> plates = fields.take("plates");
        if (files.isPresent() && plates.isPresent()) {
            fault(plates.get().line(), "'files' and 'plates' are the same key", "keep one of them");
        }
        YamlNode.Entry entry = files.or(() -> plates).orElse(null);
        if (entry == null) {
            fault(line, "the experiment has no 'files'", "add 'files:' with a list, such as '- data/plate.csv'");
            return List.of();
        }
        List<YamlNode> items = entry.value() instanceof YamlNode.Sequence list ? list.items() : List.of(entry.value());
        if (items.isEmpty()) {
            fault(entry.line(), "the list of files is empty", "name at least one file");
        }
        return items.stream().map(this::file).toList();
    }

    private DataFile file(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return new DataFile(path(scalar.text(), scalar.line()), "", Map.of(), scalar.line());
        }
        Fields fields = new Fields(node, "a file", faults);
        String path = fields.requiredText("file", "add 'file: data/plate.csv'");
        Optional<String> layout = fields.text("layout");
        Map<String, String> tags = new LinkedHashMap<>();
        fields.rest().forEach((tag, value) -> fields.text(tag, value).ifPresent(text -> tags.put(tag, text)));
        return new DataFile(
                path.isEmpty() ? path : path(path, node.line()),
                layout.map(text -> path(text, node.line())).orElse(""),
                tags,
                node.line());
    }

    private String path(String path, int line) {
        StudyFolder.objection(path)
                .ifPresent(problem -> fault(
                        line, Fields.shown(problem), "name a file inside the study folder, such as data/plate.csv"));
        return path;
    }

    private record Protocol(Map<String, String> texts, Map<String, Integer> lines) {}

    private Protocol protocol(Fields fields) {
        Protocol protocol = new Protocol(new LinkedHashMap<>(), new LinkedHashMap<>());
        YamlNode.Entry entry = fields.take("protocol").orElse(null);
        if (entry == null || entry.value() instanceof YamlNode.Empty) {
            return protocol;
        }
        Fields keys = new Fields(entry.value(), "'protocol'", faults);
        keys.rest()
                .forEach((key, value) -> text(keys, key, value).ifPresent(text -> {
                    protocol.texts().put(key, text);
                    protocol.lines().put(key, value.line());
                }));
        return protocol;
    }

    /** The text of a protocol value; a list is its items with commas between. */
    private static Optional<String> text(Fields keys, String key, YamlNode.Entry entry) {
        if (!(entry.value() instanceof YamlNode.Sequence list)) {
            return keys.text(key, entry);
        }
        List<String> items = list.items().stream()
                .flatMap(item -> keys.text(key, new YamlNode.Entry(item.line(), item)).stream())
                .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", items));
    }

    /** Keys the assay does not know and values that do not fit are faults of the study file: told with its others. */
    private void checkProtocol(Experiment experiment, Assay<?, ?, ?> assay) {
        Faults found = new Faults();
        experiment.settings().resolve(assay.keys(), found);
        found.all().forEach(fault -> faults.add(experiment.located(fault)));
    }

    private void fault(int line, String problem, String remedy) {
        faults.add(Study.FILE_NAME, "line " + line, problem, remedy);
    }
}
