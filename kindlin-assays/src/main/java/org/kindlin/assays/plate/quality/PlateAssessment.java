package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/**
 * What was found about one plate, and the readings to go on with.
 *
 * @param measured the plate as it was measured
 * @param analysed the plate to analyse: corrected where the protocol asks for it, without wells left out
 * @param effects of where wells stand, before any correction
 * @param outliers wells that read unlike their replicates, whether left out or not
 * @param residuals of every well with replicates, in standard deviations, before any correction
 * @param estimates effects of position with intervals, agreement of replicates
 * @param tests of the effects of position
 */
public record PlateAssessment(
        QualityPlate measured,
        QualityPlate analysed,
        PositionEffects effects,
        List<OutlierWell> outliers,
        SortedMap<WellAddress, Double> residuals,
        List<Estimate> estimates,
        List<HypothesisTest> tests,
        List<QualityCheck> checks,
        List<Warning> warnings) {

    public PlateAssessment {
        outliers = List.copyOf(outliers);
        residuals = Collections.unmodifiableSortedMap(new TreeMap<>(residuals));
        estimates = List.copyOf(estimates);
        tests = List.copyOf(tests);
        checks = List.copyOf(checks);
        warnings = List.copyOf(warnings);
    }

    /** The reading of a well to go on with, corrected where the protocol asks for it; empty for a well left out. */
    public OptionalDouble value(WellAddress well) {
        return analysed.wells().stream()
                .filter(found -> found.address().equals(well))
                .mapToDouble(QualityWell::value)
                .findFirst();
    }

    /** The wells to leave out, with the reason; none unless the protocol asks for it. */
    public SortedMap<WellAddress, String> leftOut() {
        SortedMap<WellAddress, String> reasons = new TreeMap<>();
        outliers.stream()
                .filter(outlier -> value(outlier.well().address()).isEmpty())
                .forEach(outlier -> reasons.put(outlier.well().address(), outlier.reason()));
        return reasons;
    }

    /** The wells left out, as the record lists them. */
    public List<Exclusion> exclusions() {
        return leftOut().entrySet().stream()
                .map(entry -> new Exclusion(measured.file(), "well " + entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Why a well was flagged; empty where it was not. */
    Optional<OutlierWell> flag(WellAddress well) {
        return outliers.stream()
                .filter(outlier -> outlier.well().address().equals(well))
                .findFirst();
    }

    /** The findings as a result of their own, or beside what else is to be said of the plate. */
    public SubjectResult result(Map<String, String> subject, SubjectResult... beside) {
        List<SubjectResult> all = new ArrayList<>(List.of(beside));
        all.addFirst(new SubjectResult(subject, estimates, tests, checks, warnings));
        return new SubjectResult(
                subject,
                all.stream().flatMap(one -> one.estimates().stream()).toList(),
                all.stream().flatMap(one -> one.tests().stream()).toList(),
                all.stream().flatMap(one -> one.quality().stream()).toList(),
                all.stream().flatMap(one -> one.warnings().stream()).distinct().toList());
    }
}
