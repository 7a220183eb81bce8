package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.BlockQuality;
import org.kindlin.assays.plate.quality.QualityPlate;
import org.kindlin.assays.plate.quality.QualityWell;
import org.kindlin.assays.result.Prose;

/**
 * A standard-curve plate as plate quality sees it: the highest standard is the control with full signal, blanks (or, without
 * any, standards of zero) those near zero; wells of one standard, and of one extract at one dilution, should read alike.
 */
final class StandardCurveQuality {
    private StandardCurveQuality() {}

    /**
     * The plate to judge.
     *
     * @param extract name of the extract and dilution that a specimen's well holds
     */
    static QualityPlate of(AssayBlock block, Function<WellAddress, String> extract) {
        OptionalDouble highest = block.wells(WellRole.STANDARD).stream()
                .flatMapToDouble(well -> well.amount().stream())
                .max();
        boolean hasBlank = block.has(WellRole.BLANK);
        List<QualityWell> wells = new ArrayList<>();
        for (AssayWell well : block.wells()) {
            wells.add(new QualityWell(
                    well.address(),
                    role(well, highest, hasBlank),
                    switch (well.role()) {
                        case STANDARD ->
                            "standard " + Prose.number(well.amount().orElse(0));
                        case BLANK, SERUM_BLANK, NO_ENZYME, EMPTY -> well.role().label();
                        case SAMPLE, VEHICLE, UNKNOWN, POSITIVE, UNSTIMULATED -> extract.apply(well.address());
                    },
                    well.signal()));
        }
        return BlockQuality.plate(block, WellRole.STANDARD, WellRole.BLANK, wells);
    }

    /** Standards between the two controls are neither control nor specimen. */
    private static WellRole role(AssayWell well, OptionalDouble highest, boolean hasBlank) {
        return switch (well.role()) {
            case STANDARD -> {
                double amount = well.amount().orElse(0);
                boolean isTop = amount > 0 && amount == highest.orElse(0);
                yield isTop ? WellRole.STANDARD : amount == 0 && !hasBlank ? WellRole.BLANK : WellRole.EMPTY;
            }
            case BLANK, SERUM_BLANK, NO_ENZYME, EMPTY -> well.role();
            case SAMPLE, VEHICLE, UNKNOWN, POSITIVE, UNSTIMULATED -> WellRole.UNKNOWN;
        };
    }
}
