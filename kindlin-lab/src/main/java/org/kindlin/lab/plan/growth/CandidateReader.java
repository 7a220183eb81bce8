package org.kindlin.lab.plan.growth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads candidates: a table with a row an animal, its volume or two diameters, and as far as known weight, cage and stratum. */
public final class CandidateReader {
    private CandidateReader() {}

    /** The candidates of a file; none where faults were added. */
    public static List<Candidate> read(RawFile file, Optional<String> stratum, Faults faults) {
        return TidyTable.read(file, faults)
                .map(table -> read(table, stratum, faults))
                .orElse(List.of());
    }

    private static List<Candidate> read(TidyTable table, Optional<String> stratumName, Faults faults) {
        Optional<TidyColumn> id = table.column("animal", "animal id", "id", "mouse", "mouse id")
                .or(() -> table.required("animal", faults));
        Optional<TidyColumn> volume =
                table.column("volume", "tv", "tumor volume", "tumour volume", "volume_mm3", "volume (mm3)");
        Optional<TidyColumn> length = table.column("length", "length_mm", "length (mm)");
        Optional<TidyColumn> width = table.column("width", "width_mm", "width (mm)");
        Optional<TidyColumn> weight = table.column(
                "weight", "body weight", "bw", "body_weight_g", "weight_g", "weight (g)", "body weight (g)");
        Optional<TidyColumn> cage = table.column("cage", "cage id");
        Optional<TidyColumn> stratum = stratumName.flatMap(name -> table.required(name, faults));
        if (volume.isEmpty() && (length.isEmpty() || width.isEmpty())) {
            faults.add(table.file(), "header", "there is no column volume, nor length and width", "name them so");
        }
        if (faults.any() || id.isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TextRow row : table.rows()) {
            String name = id.get().requiredText(row, faults);
            if (!seen.add(name)) {
                id.get()
                        .fault(
                                row,
                                "animal " + name + " stands here a second time",
                                "give every animal one row",
                                faults);
            }
            OptionalDouble size = volume.isPresent()
                    ? volume.get().nonNegative(row, faults)
                    : volume(
                            length.orElseThrow().nonNegative(row, faults),
                            width.orElseThrow().nonNegative(row, faults));
            OptionalDouble mass =
                    weight.map(column -> column.numberIfPresent(row, faults)).orElse(OptionalDouble.empty());
            if (mass.isPresent() && !(mass.getAsDouble() > 0)) {
                weight.orElseThrow()
                        .fault(row, "a weight of " + mass.getAsDouble() + " g", "give the weight in g", faults);
            }
            size.ifPresent(value -> candidates.add(new Candidate(
                    name,
                    cage.map(column -> column.text(row)).orElse(""),
                    stratum.map(column -> column.text(row)).orElse(""),
                    value,
                    mass)));
        }
        return candidates;
    }

    private static OptionalDouble volume(OptionalDouble one, OptionalDouble other) {
        if (one.isEmpty() || other.isEmpty()) {
            return OptionalDouble.empty();
        }
        double length = Math.max(one.getAsDouble(), other.getAsDouble());
        double width = Math.min(one.getAsDouble(), other.getAsDouble());
        return OptionalDouble.of(length * width * width / 2);
    }
}
