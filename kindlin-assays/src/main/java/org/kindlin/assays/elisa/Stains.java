package org.kindlin.assays.elisa;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * The stains of a plate's wells, less their blank; none where nothing is normalised.
 *
 * @param byWell C - c
 * @param vehicle mean of vehicle wells: the unit of cells
 * @param comparedShare share of a stimulated well's stain that belongs to the cells of an unstimulated one
 */
public record Stains(Optional<Map<WellAddress, Double>> byWell, Blank blank, double vehicle, double comparedShare) {

    static Stains of(ElisaPlate plate, double comparedShare) {
        if (plate.stain().isEmpty()) {
            return new Stains(Optional.empty(), Blank.NONE, 1, 1);
        }
        AssayBlock stain = plate.stain().get();
        Blank blank = Blank.of(stain);
        Map<WellAddress, Double> wells = new HashMap<>();
        stain.wells().forEach(well -> wells.put(well.address(), well.signal() - blank.mean()));
        double[] vehicle = stain.wells(WellRole.VEHICLE).stream()
                .mapToDouble(well -> well.signal() - blank.mean())
                .toArray();
        return new Stains(
                Optional.of(Map.copyOf(wells)),
                blank,
                vehicle.length == 0 ? 1 : Descriptive.mean(vehicle),
                comparedShare);
    }

    boolean isPresent() {
        return byWell.isPresent();
    }

    /** The stain of a well; one where nothing is normalised. */
    double of(AssayWell well) {
        return byWell.map(all -> all.getOrDefault(well.address(), 0.0)).orElse(1.0);
    }

    /** Why a well's stain cannot be used; empty where it can. */
    Optional<String> unusable(AssayWell well) {
        if (byWell.isEmpty() || well.role() == WellRole.BLANK || of(well) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                byWell.get().containsKey(well.address())
                        ? "its stain of cells does not exceed the blank"
                        : "its stain of cells was not read");
    }

    /** What turns a well's signal into that of a vehicle well's cells. */
    double share(AssayWell well) {
        if (byWell.isEmpty() || well.role() == WellRole.BLANK) {
            return 1;
        }
        double compared = well.role() == WellRole.UNSTIMULATED ? comparedShare : 1;
        return compared * vehicle / of(well);
    }
}
