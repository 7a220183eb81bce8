package org.kindlin.assays.plate.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellReading;
import org.kindlin.assays.plate.WellRole;

/**
 * One plate whose quality is to be judged.
 *
 * @param file path of its file
 * @param name unique within its series
 * @param series plates that should be alike and are followed from one to the next, such as those of one target
 * @param unit of the values; empty where not known
 * @param full role of the wells with full signal or effect, such as vehicle
 * @param zero role of the wells near zero, such as blank
 * @param wells measured and not excluded, row by row
 */
public record QualityPlate(
        String file,
        String name,
        String series,
        PlateFormat format,
        String unit,
        WellRole full,
        WellRole zero,
        List<QualityWell> wells) {

    public QualityPlate {
        wells = wells.stream()
                .sorted(Comparator.comparing(QualityWell::address))
                .toList();
    }

    /** The wells as quality sees them: mapped, measured, not excluded; alike are those the map says nothing different of. */
    public static List<QualityWell> wells(List<WellReading> readings) {
        return readings.stream()
                .flatMap(reading -> QualityPlate.well(reading).stream())
                .toList();
    }

    private static Optional<QualityWell> well(WellReading reading) {
        if (reading.well().excluded() || reading.reading().value().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new QualityWell(
                reading.well().address(),
                reading.well().role(),
                ReplicateName.of(reading.well()),
                reading.reading().value().getAsDouble()));
    }

    /** The values of a role's wells, row by row. */
    public double[] values(WellRole role) {
        return wells.stream()
                .filter(well -> well.role() == role)
                .mapToDouble(QualityWell::value)
                .toArray();
    }

    /** The same plate with other wells. */
    public QualityPlate with(List<QualityWell> changed) {
        return new QualityPlate(file, name, series, format, unit, full, zero, changed);
    }
}
