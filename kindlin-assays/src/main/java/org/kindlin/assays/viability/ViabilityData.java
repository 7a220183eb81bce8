package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.CompoundOnTarget;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.numerics.growth.StaticAndToxic;

/**
 * The raw data of a viability assay.
 *
 * @param treated plates by cell line, in the order of the files
 * @param dayZero plates of cells read when treatment began
 * @param tables curves that came as tables, without plates
 * @param exclusions rows of tables left out
 */
public record ViabilityData(
        List<TreatedBlock> treated, List<AssayBlock> dayZero, List<TableCurve> tables, List<Exclusion> exclusions) {

    public ViabilityData {
        treated = List.copyOf(treated);
        dayZero = List.copyOf(dayZero);
        tables = List.copyOf(tables);
        exclusions = List.copyOf(exclusions);
    }

    /** The same data with other wells in the treated plates, in the same order. */
    ViabilityData withTreated(List<AssayBlock> blocks) {
        List<TreatedBlock> changed = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            TreatedBlock before = treated.get(i);
            changed.add(new TreatedBlock(blocks.get(i), before.hours(), before.doublingHours()));
        }
        return new ViabilityData(changed, dayZero, tables, exclusions);
    }

    /**
     * One cell line on one plate.
     *
     * @param hours since treatment began; empty where not stated
     * @param doublingHours doubling time of untreated cells, where stated
     */
    public record TreatedBlock(AssayBlock block, OptionalDouble hours, OptionalDouble doublingHours) {}

    /**
     * One curve of a table.
     *
     * @param rows in the order of the table
     */
    public record TableCurve(CompoundOnTarget subject, List<TableRow> rows) {
        public TableCurve {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row of a table.
     *
     * @param nanomolar dose, zero included
     * @param percent viability in percent of vehicle
     * @param doublings doublings of the untreated cells beside it, where the table counts them too
     * @param split what is arrested and what dies, where the table counts dead cells too
     */
    public record TableRow(
            double nanomolar, double percent, OptionalDouble doublings, Optional<StaticAndToxic> split) {}
}
