package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.numerics.statistics.ExtremeDeviates;

/**
 * Flags wells that read unlike their replicates: the generalised extreme studentised deviate test of {@link
 * ExtremeDeviates} over all replicates of a plate together, values in units of the scatter at their replicates' mean,
 * position effects taken out, allowing for a tenth of the wells.
 */
record OutlierSearch(PlateFormat format, ReplicateSet replicates, double level) {
    private static final double MOST = 0.1;

    List<OutlierWell> outliers(PositionEffects effects) {
        List<QualityWell> wells = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        List<Double> units = new ArrayList<>();
        for (int g = 0; g < replicates.groups().size(); g++) {
            ReplicateSet.Group group = replicates.groups().get(g);
            double unit = replicates.standardDeviation(group.mean());
            for (QualityWell well : unit > 0 ? group.wells() : List.<QualityWell>of()) {
                wells.add(well);
                groups.add(g);
                units.add(unit * effects.factor(format, well.address()));
            }
        }
        double[] values = new double[wells.size()];
        Arrays.setAll(values, i -> wells.get(i).value() / units.get(i));
        int[] group = groups.stream().mapToInt(Integer::intValue).toArray();
        int most = (int) Math.ceil(MOST * values.length);
        return ExtremeDeviates.of(values, group, most, level).outliers().stream()
                .map(outlier -> new OutlierWell(
                        wells.get(outlier.index()),
                        outlier.expected() * units.get(outlier.index()),
                        replicates.groups().get(group[outlier.index()]).wells().size() - 1,
                        outlier.deviate(),
                        level))
                .toList();
    }
}
