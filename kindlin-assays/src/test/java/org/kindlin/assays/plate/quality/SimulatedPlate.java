package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.numerics.random.RandomStream;

/**
 * A plate with known effects of position: vehicle and blank scattered over the plate, samples in groups of four.
 *
 * @param edge share by which outermost wells read high
 * @param row share by which the last row reads higher than the first
 * @param column the same for columns
 * @param cv scatter of a well
 */
record SimulatedPlate(PlateFormat format, double edge, double row, double column, double cv) {
    private static final double VEHICLE = 10_000;
    private static final double BLANK = 1_000;

    QualityPlate plate(String name, double gain, RandomStream random) {
        List<QualityWell> wells = new ArrayList<>();
        int[] order = random.nextPermutation(format.size());
        for (int i = 0; i < order.length; i++) {
            WellAddress place = format.wells().get(order[i]);
            WellRole role = i % 6 == 0 ? WellRole.VEHICLE : i % 6 == 1 ? WellRole.BLANK : WellRole.SAMPLE;
            int group = i / 24;
            double level =
                    role == WellRole.VEHICLE ? VEHICLE : role == WellRole.BLANK ? BLANK : VEHICLE / (1 + group % 5);
            double value = gain * level * factor(place) * (1 + cv * random.nextGaussian());
            String replicateOf = role == WellRole.SAMPLE ? "sample " + group % 16 + "/" + i % 6 : role.label();
            wells.add(new QualityWell(place, role, replicateOf, value));
        }
        return new QualityPlate(name + ".csv", name, "", format, "RLU", WellRole.VEHICLE, WellRole.BLANK, wells);
    }

    private double factor(WellAddress place) {
        return 1
                + (format.isEdge(place) ? edge : 0)
                + row * ((double) place.row() / (format.rows() - 1) - 0.5)
                + column * ((double) place.column() / (format.columns() - 1) - 0.5);
    }
}
