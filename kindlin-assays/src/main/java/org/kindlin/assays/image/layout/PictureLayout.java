package org.kindlin.assays.image.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * What tables say of pictures, a row each, named in the column {@code image}: one table for all files, or each file its own.
 * A name is that of a file, with or without its folders and what follows a dot, or of a page of it ({@code A1.tif page 2}); of
 * several that fit the closest counts.
 */
public final class PictureLayout {
    private static final int NAMED = 5; // pictures in a sentence

    private final Key<?> key;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final Faults faults;

    private PictureLayout(Key<?> key, Faults faults) {
        this.key = key;
        this.faults = faults;
    }

    /** A table and its rows by picture. */
    private record Sheet(TidyTable table, Map<String, TextRow> rows, Set<TextRow> used) {
        /** The row of a name; of a name without folders also the only one that has folders before it. */
        Optional<TextRow> find(String name) {
            TextRow row = rows.get(name);
            if (row != null || name.indexOf('/') >= 0) {
                return Optional.ofNullable(row);
            }
            List<String> longer = rows.keySet().stream()
                    .filter(stated -> stated.endsWith("/" + name))
                    .toList();
            return longer.size() == 1 ? Optional.ofNullable(rows.get(longer.getFirst())) : Optional.empty();
        }
    }

    /** The tables that a key of the protocol or the files' entries name; faults of columns, doubled and nameless rows are added. */
    public static PictureLayout read(List<InputFile> files, Key<?> key, Faults faults) {
        PictureLayout layout = new PictureLayout(key, faults);
        Set<String> tried = new HashSet<>();
        for (InputFile file : files) {
            layout.of(file)
                    .filter(table -> tried.add(table.path()))
                    .flatMap(table -> TidyTable.read(table, faults))
                    .ifPresent(table -> layout.sheet(table).ifPresent(sheet -> layout.sheets.put(table.file(), sheet)));
        }
        return layout;
    }

    private Optional<RawFile> of(InputFile file) {
        return file.companion(key).or(file::layout);
    }

    private Optional<Sheet> sheet(TidyTable table) {
        Optional<TidyColumn> image = table.column("image", "file").or(() -> table.required("image", faults));
        if (image.isEmpty()) {
            return Optional.empty();
        }
        Map<String, TextRow> rows = new LinkedHashMap<>();
        for (TextRow row : table.rows()) {
            String name = image.get().requiredText(row, faults).replace('\\', '/');
            TextRow before = name.isEmpty() ? null : rows.putIfAbsent(name, row);
            if (before != null) {
                image.get()
                        .fault(
                                row,
                                "the picture " + name + " stands in " + before.place() + " too",
                                "leave one of them out",
                                faults);
            }
        }
        return Optional.of(new Sheet(table, rows, new HashSet<>()));
    }

    private static String withoutFolder(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }

    /** Whether there is a table at all. */
    public boolean isStated() {
        return !sheets.isEmpty();
    }

    /** Whether one of the tables has one of these columns. */
    public boolean hasColumn(String... names) {
        return sheets.values().stream()
                .anyMatch(sheet -> sheet.table().column(names).isPresent());
    }

    /**
     * The row of a picture; empty where no table speaks of its file. A table that does not name it is a fault.
     *
     * @param picture the file's name, and what tells its pages apart
     */
    public Optional<PictureRow> row(InputFile file, String picture) {
        Optional<Sheet> sheet = sheets.size() == 1
                ? sheets.values().stream().findFirst()
                : of(file).map(table -> sheets.get(table.path()));
        if (sheet.isEmpty()) {
            return Optional.empty();
        }
        for (String name : names(
                file.data().path().replace('\\', '/'),
                picture.substring(file.data().name().length()))) {
            Optional<TextRow> row = sheet.get().find(name);
            if (row.isPresent()) {
                sheet.get().used().add(row.get());
                return Optional.of(new PictureRow(sheet.get().table(), row.get()));
            }
        }
        faults.add(
                sheet.get().table().file(),
                "",
                "no row speaks of the picture " + picture,
                "name it in the column image, or leave the file out");
        return Optional.empty();
    }

    /** From the closest: with what tells the page, then without; each with less and less of its endings and folders. */
    private static List<String> names(String path, String page) {
        List<String> stems = new ArrayList<>();
        int start = path.lastIndexOf('/') + 1;
        int[] starts = IntStream.rangeClosed(0, start)
                .filter(i -> i == 0 || path.charAt(i - 1) == '/')
                .toArray();
        for (int end = path.length(); end > start; end = path.lastIndexOf('.', end - 1)) {
            for (int from : starts) {
                stems.add(path.substring(from, end));
            }
        }
        List<String> names = new ArrayList<>();
        stems.forEach(stem -> names.add(stem + page));
        names.addAll(stems);
        return names;
    }

    /** A warning for every table with rows of pictures that were not asked for. */
    public List<Warning> unused() {
        return sheets.values().stream().flatMap(sheet -> unused(sheet).stream()).toList();
    }

    private static Optional<Warning> unused(Sheet sheet) {
        List<String> names = sheet.rows().entrySet().stream()
                .filter(entry -> !sheet.used().contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return Optional.of(new Warning(
                "layout-unused",
                withoutFolder(sheet.table().file()) + " names "
                        + (names.size() == 1 ? "a picture that was" : names.size() + " pictures that were")
                        + " not given: "
                        + some + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "")));
    }
}
