package org.kindlin.assays.proliferation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** A table that says of each file what was in it: columns {@code file}, {@code dose}, {@code role} and more. */
final class SampleSheet {
    private final String path;
    private final Map<String, Map<String, String>> byFile;

    private SampleSheet(String path, Map<String, Map<String, String>> byFile) {
        this.path = path;
        this.byFile = byFile;
    }

    static Optional<SampleSheet> read(RawFile file, Faults faults) {
        Optional<TidyTable> table = TidyTable.read(file, faults);
        Optional<TidyColumn> name = table.flatMap(t -> t.required("file", faults));
        if (table.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Map<String, String>> byFile = new LinkedHashMap<>();
        for (TextRow row : table.get().rows()) {
            Map<String, String> facts = new LinkedHashMap<>();
            table.get().columns().stream()
                    .filter(column -> column.index() != name.get().index())
                    .forEach(column -> facts.put(column.name(), column.text(row)));
            String of = new RawFile(name.get().requiredText(row, faults), new byte[0]).name();
            if (byFile.put(of, facts) != null) {
                name.get().fault(row, "'" + of + "' stands in the sheet twice", "give each file one row", faults);
            }
        }
        return Optional.of(new SampleSheet(file.path(), byFile));
    }

    /** What the sheet says of a file; a fault where it says nothing. */
    Map<String, String> of(RawFile file, Faults faults) {
        Map<String, String> facts = byFile.get(file.name());
        if (facts == null) {
            faults.add(path, "column file", "there is no row for " + file.name(), "add one, or leave the file out");
            return Map.of();
        }
        return facts;
    }
}
