package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Warning;

/**
 * Judges one plate. Outliers and effects of position disturb each other, so outliers are sought twice: first in the
 * readings as they are; then, with the significant effects that the rest shows taken out, for good. The effects reported
 * are those of the wells that are no outliers.
 */
final class PlateAssessor {
    private final QualityPlate plate;
    private final QualityProtocol protocol;
    private final ReplicateSet replicates;
    private final List<OutlierWell> outliers;
    private final PositionEffects effects;
    private final PlateAdjustment adjustment;
    private final QualityPlate analysed;
    private final List<QualityCheck> checks = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private PlateAssessor(QualityPlate plate, QualityProtocol protocol) {
        this.plate = plate;
        this.protocol = protocol;
        this.replicates = ReplicateSet.of(plate.wells());
        OutlierSearch search = new OutlierSearch(plate.format(), replicates, protocol.outlierLevel());
        PositionEffects first = effects(search.outliers(PositionEffects.UNKNOWN));
        this.outliers = search.outliers(first.significant());
        this.effects = effects(outliers);
        this.adjustment = PlateAdjustment.of(plate.format(), protocol.correction(), effects, kept());
        this.analysed = analysed();
    }

    static PlateAssessment assess(QualityPlate plate, QualityProtocol protocol) {
        return new PlateAssessor(plate, protocol).assess();
    }

    private PlateAssessment assess() {
        checks.addAll(ControlFigures.of(analysed).checks(protocol.zPrimeLimit()));
        beforeCorrection();
        position();
        List<Estimate> estimates = new ArrayList<>(effects.all().stream()
                .map(effect -> effect.estimate(protocol.level()))
                .toList());
        ReplicateAgreement agreement = ReplicateAgreement.of(ReplicateSet.of(analysed.wells()));
        checks.addAll(agreement.checks());
        agreement.correlation(protocol.level()).ifPresent(estimates::add);
        agreement.warning().ifPresent(warnings::add);
        outlierFindings();
        return new PlateAssessment(
                plate,
                analysed,
                effects,
                outliers,
                residuals(),
                estimates,
                effects.all().stream().map(PositionEffect::test).toList(),
                checks,
                warnings);
    }

    private PositionEffects effects(List<OutlierWell> without) {
        return PositionEffects.of(plate.format(), replicates.without(addresses(without)));
    }

    private ReplicateSet kept() {
        return replicates.without(addresses(outliers));
    }

    private static Set<WellAddress> addresses(List<OutlierWell> outliers) {
        return outliers.stream().map(outlier -> outlier.well().address()).collect(Collectors.toSet());
    }

    private QualityPlate analysed() {
        Set<WellAddress> dropped = protocol.excludeOutliers() ? addresses(outliers) : Set.of();
        return plate.with(plate.wells().stream()
                .filter(well -> !dropped.contains(well.address()))
                .map(adjustment::apply)
                .toList());
    }

    /** What the figures were without the correction. */
    private void beforeCorrection() {
        if (protocol.correction() == PlateCorrection.NONE) {
            return;
        }
        ControlFigures before = ControlFigures.of(plate);
        if (before.exist()) {
            checks.add(QualityCheck.info("z-prime-uncorrected", before.zPrime()));
            checks.add(QualityCheck.info("cv-" + plate.full().label() + "-uncorrected", before.fullCv()));
        }
        if (adjustment.isNone()) {
            warnings.add(new Warning(
                    "correction-not-possible",
                    "plateCorrection takes out " + protocol.correction().title()
                            + ", but this layout does not determine it: nothing was corrected."));
        }
    }

    private void position() {
        check(effects.edge(), "edge-effect");
        check(effects.row(), "row-gradient");
        check(effects.column(), "column-gradient");
        PositionWarnings warn = new PositionWarnings(plate, effects, kept());
        warn.notEstimable().ifPresent(warnings::add);
        if (protocol.correction() == PlateCorrection.NONE) {
            warn.significant().ifPresent(warnings::add);
        }
    }

    private void check(Optional<PositionEffect> effect, String name) {
        checks.add(effect.map(found -> new QualityCheck(
                        name,
                        Math.abs(found.percent()),
                        PositionEffect.limit(),
                        found.isTooLarge() ? QualityCheck.Verdict.FAIL : QualityCheck.Verdict.PASS))
                .orElseGet(() -> new QualityCheck(name, null, PositionEffect.limit(), QualityCheck.Verdict.INFO)));
    }

    private void outlierFindings() {
        checks.add(QualityCheck.info("outlier-wells", outliers.size()));
        if (!outliers.isEmpty()) {
            String wells = outliers.stream()
                    .map(outlier -> outlier.well().address() + " ("
                            + outlier.reason().replaceFirst("^outlier: ", "").replaceFirst(", generalised.*", "") + ")")
                    .collect(Collectors.joining("; "));
            warnings.add(new Warning(
                    "outlier-wells",
                    (outliers.size() == 1 ? "One well reads" : outliers.size() + " wells read")
                            + " unlike the replicates and " + (outliers.size() == 1 ? "is " : "are ")
                            + (protocol.excludeOutliers() ? "left out" : "kept; excludeOutliers=yes leaves them out")
                            + ": " + wells + "."));
        }
    }

    /** What separates every well from its replicates that are no outliers, in standard deviations. */
    private SortedMap<WellAddress, Double> residuals() {
        SortedMap<WellAddress, Double> residuals = new TreeMap<>();
        ReplicateSet kept = kept();
        for (ReplicateSet.Group group : replicates.groups()) {
            double centre = kept.groups().stream()
                    .filter(left -> left.name().equals(group.name()))
                    .findFirst()
                    .orElse(group)
                    .mean();
            double deviation = replicates.standardDeviation(centre);
            if (deviation > 0) {
                group.wells().forEach(well -> residuals.put(well.address(), (well.value() - centre) / deviation));
            }
        }
        return residuals;
    }
}
