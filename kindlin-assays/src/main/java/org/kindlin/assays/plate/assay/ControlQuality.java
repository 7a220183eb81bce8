package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.ToIntFunction;
import org.kindlin.assays.plate.PlateQuality;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellReading;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.QualityCheck;

/**
 * The quality figures of a block from two of its control groups, held to limits that fit a block: the protocol's own
 * Z-prime limit; none for the scatter of the group near zero, which says nothing; none for a gradient extrapolated from
 * control wells that reach over less than half of the plate.
 *
 * @param full role of the wells with full effect or growth, such as vehicle
 * @param zero role of the wells near zero, such as blank
 * @param zPrimeLimit lowest acceptable Z-prime
 */
public record ControlQuality(AssayBlock block, WellRole full, WellRole zero, double zPrimeLimit) {

    /**
     * Every figure; none where either group is missing.
     *
     * @param fullReadsHigh whether {@code full} wells read higher than {@code zero} wells
     */
    public List<QualityCheck> checks(boolean fullReadsHigh) {
        if (!block.has(full) || !block.has(zero)) {
            return List.of();
        }
        List<WellReading> controls = new ArrayList<>();
        block.wells().stream()
                .filter(well -> well.role() == full || well.role() == zero)
                .forEach(well -> controls.add(new WellReading(
                        Well.control(well.address(), well.role()), new Reading.Measured(well.signal()))));
        return PlateQuality.checks(block.format(), controls, fullReadsHigh ? full : zero, fullReadsHigh ? zero : full)
                .stream()
                .map(this::limited)
                .toList();
    }

    private QualityCheck limited(QualityCheck check) {
        double value = check.value() == null ? Double.NaN : check.value();
        if (check.check().endsWith("z-prime")) {
            return QualityCheck.atLeast(check.check(), value, zPrimeLimit);
        }
        boolean noLimit = check.check().equals("cv-" + zero.label())
                || (check.check().equals("row-gradient")
                        && !spans(WellAddress::row, block.format().rows()))
                || (check.check().equals("column-gradient")
                        && !spans(WellAddress::column, block.format().columns()));
        return noLimit ? QualityCheck.info(check.check(), value) : check;
    }

    private boolean spans(ToIntFunction<WellAddress> place, int size) {
        IntSummaryStatistics places = block.wells(full).stream()
                .mapToInt(well -> place.applyAsInt(well.address()))
                .summaryStatistics();
        return 2 * (places.getMax() - places.getMin()) >= size;
    }
}
