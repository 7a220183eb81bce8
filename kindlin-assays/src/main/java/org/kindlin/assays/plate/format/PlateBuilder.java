package org.kindlin.assays.plate.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.result.Warning;

/** Gathers the reads of one plate while a file is being read. Not thread-safe. */
public final class PlateBuilder {
    private final String file;
    private final List<PlateRead> reads = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<Warning> findings = new ArrayList<>();
    private final SortedMap<WellAddress, WellLabel> labels = new TreeMap<>();
    private String identifier;
    private String date = "";
    private int rows;
    private int columns;
    private @Nullable PlateFormat stated;

    public PlateBuilder(String file, String identifier) {
        this.file = file;
        this.identifier = identifier;
    }

    public void identifier(String text) {
        identifier = text;
    }

    public void date(String text) {
        date = text;
    }

    /** The size the file states, which goes before the size of its grids where they fit. */
    public void stated(@Nullable PlateFormat format) {
        stated = format;
    }

    public void finding(String code, String message) {
        findings.add(new Warning(code, message));
    }

    /** Takes what the file says is in a well; what an earlier part said of it stays. */
    public void label(WellAddress well, WellLabel label) {
        labels.merge(well, label, WellLabel::or);
    }

    public boolean isEmpty() {
        return reads.isEmpty();
    }

    public int reads() {
        return reads.size();
    }

    /** Adds a read; where nothing tells it from one that is there already, its label gets a number. */
    public void add(PlateRead read) {
        read.readings().keySet().forEach(this::cover);
        int count = names.merge(read.name(), 1, Integer::sum);
        reads.add(count == 1 ? read : read.labelled(read.label() + " #" + count));
    }

    /** Makes the plate at least this large. */
    public void cover(int rowsThere, int columnsThere) {
        rows = Math.max(rows, rowsThere);
        columns = Math.max(columns, columnsThere);
    }

    private void cover(WellAddress well) {
        cover(well.row() + 1, well.column() + 1);
    }

    /** The plate; empty where it has no reads or is larger than any plate. */
    public Optional<Plate> build() {
        Optional<PlateFormat> format = Optional.ofNullable(stated)
                .filter(plate -> rows <= plate.rows() && columns <= plate.columns())
                .or(() -> PlateFormat.holding(rows, columns));
        if (reads.isEmpty() || format.isEmpty()) {
            return Optional.empty();
        }
        List<Warning> all = new ArrayList<>(findings);
        notMeasured().ifPresent(all::add);
        missingRows(format.get()).ifPresent(all::add);
        labels.keySet().removeIf(well -> !format.get().contains(well));
        return Optional.of(new Plate(file, identifier, date, format.get(), reads, all, labels));
    }

    private Optional<Warning> notMeasured() {
        List<String> wells = new ArrayList<>();
        for (PlateRead read : reads) {
            read.readings().forEach((well, reading) -> {
                if (!(reading instanceof Reading.Measured || reading instanceof Reading.Empty)) {
                    wells.add(well + " " + reading.describe());
                }
            });
        }
        if (wells.isEmpty()) {
            return Optional.empty();
        }
        String some = String.join(", ", wells.subList(0, Math.min(5, wells.size())));
        return Optional.of(new Warning(
                "not-measured",
                wells.size() + " readings are no numbers: " + some + (wells.size() > 5 ? ", ..." : "")));
    }

    private Optional<Warning> missingRows(PlateFormat format) {
        PlateRead first = reads.getFirst();
        List<String> missing = new ArrayList<>();
        for (int row = 0; row < format.rows(); row++) {
            WellAddress from = new WellAddress(row, 0);
            if (first.readings().subMap(from, new WellAddress(row + 1, 0)).isEmpty()) {
                missing.add(from.rowLetters());
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "rows-missing",
                        "the file holds no readings for rows " + String.join(" ", missing) + " of a " + format
                                + " plate"));
    }
}
