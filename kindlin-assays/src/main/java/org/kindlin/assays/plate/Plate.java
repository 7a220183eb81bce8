package org.kindlin.assays.plate;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kindlin.assays.result.Warning;

/**
 * One plate as a reader's file describes it.
 *
 * @param file path of the file, as given
 * @param identifier barcode or plate ID; the plate's number in the file where it has none; empty for a bare grid
 * @param date date and time as the file writes them; empty where not stated
 * @param format size of the plate
 * @param reads in the order of the file, at least one
 * @param findings what the reader had to repair or assume, and what the file says of itself (simulated)
 * @param labels what the file says is in the wells; empty where it says nothing
 */
public record Plate(
        String file,
        String identifier,
        String date,
        PlateFormat format,
        List<PlateRead> reads,
        List<Warning> findings,
        SortedMap<WellAddress, WellLabel> labels) {

    public Plate {
        if (reads.isEmpty()) {
            throw new IllegalArgumentException(file + ": a plate has at least one read");
        }
        reads = List.copyOf(reads);
        findings = List.copyOf(findings);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** A plate whose file does not say what is in its wells. */
    public Plate(
            String file,
            String identifier,
            String date,
            PlateFormat format,
            List<PlateRead> reads,
            List<Warning> findings) {
        this(file, identifier, date, format, reads, findings, Collections.emptySortedMap());
    }

    /** The plate with findings of its file before its own. */
    public Plate withFindingsBefore(List<Warning> ofFile) {
        List<Warning> all = Stream.concat(ofFile.stream(), findings.stream()).toList();
        return new Plate(file, identifier, date, format, reads, all, labels);
    }

    /** The read under this label, upper and lower case alike. */
    public Optional<PlateRead> read(String label) {
        return reads.stream()
                .filter(read -> read.label().equalsIgnoreCase(label.strip()))
                .findFirst();
    }

    /** The read to analyse when nobody says which: the first that is raw, else the first. */
    public PlateRead firstRaw() {
        return reads.stream().filter(read -> !read.calculated()).findFirst().orElse(reads.getFirst());
    }
}
