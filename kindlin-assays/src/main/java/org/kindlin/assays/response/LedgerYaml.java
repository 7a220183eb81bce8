package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.assays.text.TextDecoder;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.yaml.YamlNode;
import org.kindlin.assays.yaml.YamlTree;
import org.kindlin.fault.Faults;

/**
 * A list in YAML as a table: each item a row whose keys are columns, or a claim of the evidence ledger ({@code of}, {@code quantity},
 * {@code value} such as {@code 31 (23 to 41)}, {@code unit}, {@code tag}), the claims of one trial making one row. Beside a claim may stand
 * what a table says of a trial: {@code n}, {@code responders}, {@code level}, {@code design}, {@code partOf}, and {@code printed: no} where
 * the interval was computed and not published.
 */
final class LedgerYaml {
    private static final int LARGEST = 1 << 22;
    private static final Pattern VALUE = Pattern.compile("([0-9.]+)(?: \\(([0-9.]+) to ([0-9.]+)\\))?");
    private static final Map<String, String> COLUMNS = Map.of(
            "orr", "orr",
            "medianPfs", "pfs",
            "medianOs", "os",
            "medianDuration", "dor",
            "hazardRatio", "hr");
    private static final List<String> OF_TRIAL = List.of("n", "responders", "level", "design", "partOf");
    private static final String TIME_UNIT = "time unit";

    private final String file;
    private final Faults faults;
    private final List<Exclusion> exclusions;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private LedgerYaml(String file, Faults faults, List<Exclusion> exclusions) {
        this.file = file;
        this.faults = faults;
        this.exclusions = exclusions;
    }

    /** A row on its way. */
    private record Row(int line, Map<String, String> cells) {}

    static boolean isYaml(RawFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** The table; empty where faults were added. */
    static Optional<TidyTable> read(RawFile file, Faults faults, List<Exclusion> exclusions) {
        if (file.bytes().length > LARGEST) {
            faults.add(file.path(), "", "a ledger of more than " + LARGEST + " bytes", "give it as a table");
            return Optional.empty();
        }
        return TextDecoder.decode(file, faults)
                .map(text -> YamlTree.read(file.path(), text.text(), faults))
                .flatMap(root -> new LedgerYaml(file.path(), faults, exclusions).table(root));
    }

    private Optional<TidyTable> table(YamlNode root) {
        if (!(root instanceof YamlNode.Sequence(List<YamlNode> items, int _)) || items.isEmpty()) {
            faults.add(
                    file,
                    "line " + root.line(),
                    "a ledger is a list, not " + root.kind(),
                    "write '- ' before each trial or claim");
            return Optional.empty();
        }
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Mapping mapping) {
                item(mapping);
            } else {
                faults.add(
                        file,
                        "line " + item.line(),
                        item.kind() + " where a trial should stand",
                        "give keys with values");
            }
        }
        if (rows.isEmpty()) {
            if (!faults.any()) {
                faults.add(
                        file,
                        "",
                        "no claim says orr, medianPfs, medianOs, medianDuration or hazardRatio of a trial",
                        "name them as quantity");
            }
            return Optional.empty();
        }
        return Optional.of(table());
    }

    private void item(YamlNode.Mapping item) {
        Map<String, String> keys = new LinkedHashMap<>();
        item.entries().forEach((key, entry) -> {
            switch (entry.value()) {
                case YamlNode.Scalar(String text, int _) -> keys.put(key, text);
                case YamlNode.Empty _ -> keys.put(key, "");
                case YamlNode.Sequence _ when key.equals("traps") || key.equals("unstated") -> {}
                default ->
                    faults.add(
                            file,
                            "line " + entry.line(),
                            "'" + key + "' holds " + entry.value().kind(),
                            "give text or a number");
            }
        });
        if (keys.containsKey("quantity")) {
            claim(keys, item.line());
        } else {
            rows.put("row " + item.line() + "." + rows.size(), new Row(item.line(), keys));
        }
    }

    private void claim(Map<String, String> claim, int line) {
        Optional<String> column = Optional.ofNullable(COLUMNS.get(claim.getOrDefault("quantity", "")));
        String trial = claim.getOrDefault("of", "").strip();
        if (column.isEmpty()) {
            return; // of cells, signals and the like
        }
        String text = claim.getOrDefault("value", "").strip();
        Matcher value = VALUE.matcher(text);
        if (trial.isEmpty()) {
            faults.add(file, "line " + line, "the claim names no trial", "give it as of: NAME");
        } else if (claim.getOrDefault("tag", "").equals("R")
                || claim.getOrDefault("tag", "").equals("A")) {
            exclusions.add(new Exclusion(file, "line " + line, "recalled or assumed, not read in a source"));
        } else if (!value.matches()) {
            exclusions.add(
                    new Exclusion(file, "line " + line, "'" + text + "' is no number with or without an interval"));
        } else {
            Row row = rows.computeIfAbsent("trial " + trial, _ -> new Row(line, new LinkedHashMap<>()));
            row.cells.put("trial", trial);
            row.cells.putIfAbsent("compound", claim.getOrDefault("compound", ""));
            put(row, claim, column.get(), value, line);
        }
    }

    private void put(Row row, Map<String, String> claim, String column, Matcher value, int line) {
        String unit = claim.getOrDefault("unit", "");
        if (row.cells.putIfAbsent(
                        column, column.equals("orr") && unit.equals("%") ? value.group(1) + " %" : value.group(1))
                != null) {
            faults.add(
                    file,
                    "line " + line,
                    "a second " + claim.get("quantity") + " of " + row.cells.get("trial"),
                    "keep one, or give each its own name");
        }
        boolean isPrinted = !claim.getOrDefault("printed", "yes").equals("no");
        if (value.group(2) != null && isPrinted) {
            String stem = column.equals("orr") ? "" : column + " ";
            row.cells.put(stem + "low", value.group(2));
            row.cells.put(stem + "high", value.group(3));
        }
        if (!column.equals("orr") && !column.equals("hr")) {
            agree(row, TIME_UNIT, unit, line);
        }
        OF_TRIAL.stream().filter(claim::containsKey).forEach(key -> agree(row, key, claim.getOrDefault(key, ""), line));
    }

    private void agree(Row row, String key, String text, int line) {
        String before = row.cells.putIfAbsent(key, text);
        if (before != null && !before.equals(text)) {
            faults.add(
                    file,
                    "line " + line,
                    key + " of " + row.cells.get("trial") + " is " + text + ", and " + before + " in an earlier claim",
                    "let the claims of one trial agree");
        }
    }

    private TidyTable table() {
        Set<String> names = new LinkedHashSet<>();
        rows.values().forEach(row -> names.addAll(row.cells.keySet()));
        if (names.contains("trial")) {
            names.add("n");
            names.add("responders");
        }
        List<String> header = List.copyOf(names);
        List<TidyColumn> columns = new ArrayList<>();
        for (String name : header) {
            columns.add(new TidyColumn(file, name, columns.size(), DecimalMark.POINT));
        }
        List<TextRow> texts = rows.values().stream()
                .map(row -> new TextRow(
                        row.line,
                        header.stream()
                                .map(name -> row.cells.getOrDefault(name, ""))
                                .toList()))
                .toList();
        return new TidyTable(file, columns, texts, List.of());
    }
}
