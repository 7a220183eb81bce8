package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.calibration.CalibrationReport;
import org.kindlin.assays.calibration.PlateCalibration;
import org.kindlin.assays.calibration.SpecimenConcentration;
import org.kindlin.assays.calibration.SpecimenReport;
import org.kindlin.assays.plate.quality.PlateAssessment;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** The analysis of a collagen assay: a pure function of data and protocol. */
public final class CollagenAnalysis {
    private CollagenAnalysis() {}

    /** Calibrates every plate, reads every specimen, sums fractions, compares treatments. */
    public static CollagenResult analyze(CollagenData data, CollagenProtocol protocol) {
        List<PlateCalibration> calibrations = data.plates().stream()
                .map(plate -> PlateCalibration.of(plate, protocol.curve()))
                .toList();
        List<SpecimenConcentration> specimens = calibrations.stream()
                .flatMap(plate -> SpecimenConcentration.of(plate).stream())
                .toList();
        List<Culture> cultures = Cultures.of(specimens, protocol);
        String unit = calibrations.isEmpty()
                ? ""
                : calibrations.getFirst().plate().units().concentration();
        TreatmentGroups groups = TreatmentGroups.of(cultures, unit, protocol);
        List<SubjectResult> subjects = new ArrayList<>();
        subjects.addAll(GroupReport.of(groups, protocol));
        subjects.addAll(plates(calibrations, cultures, data.quality().control(), protocol));
        subjects.addAll(data.quality().control().campaignResults());
        subjects.addAll(CultureReport.of(cultures, protocol));
        subjects.addAll(SpecimenReport.of(specimens));
        return new CollagenResult(
                protocol,
                data,
                calibrations,
                specimens,
                cultures,
                groups,
                subjects,
                CollagenVerdicts.of(protocol, calibrations, specimens, groups),
                CollagenMethods.of(
                        protocol, calibrations, groups, data.quality().control()));
    }

    /** What was found about a plate's quality; empty for one that was read from a tidy table. */
    private static Optional<PlateAssessment> assessment(PlateCalibration plate, QualityControl quality) {
        return quality.plates().stream()
                .filter(found -> found.measured().file().equals(plate.plate().file())
                        && found.measured()
                                .name()
                                .equals(plate.plate().subject().get("plate")))
                .findFirst();
    }

    /** Plates with their curve; what the conditions and the serum call for stands with the first plate concerned. */
    private static List<SubjectResult> plates(
            List<PlateCalibration> calibrations,
            List<Culture> cultures,
            QualityControl quality,
            CollagenProtocol protocol) {
        List<SubjectResult> rows = new ArrayList<>();
        for (PlateCalibration plate : calibrations) {
            SubjectResult row = CalibrationReport.of(plate);
            SerumReport serum = SerumReport.of(plate, protocol);
            List<Warning> warnings = new ArrayList<>(row.warnings());
            warnings.addAll(serum.warnings());
            if (rows.isEmpty()) {
                warnings.addAll(ConditionWarnings.of(protocol, calibrations, cultures));
            }
            List<Estimate> estimates = new ArrayList<>(row.estimates());
            estimates.addAll(serum.estimates());
            SubjectResult whole = new SubjectResult(row.subject(), estimates, row.tests(), row.quality(), warnings);
            rows.add(assessment(plate, quality)
                    .map(found -> found.result(row.subject(), whole))
                    .orElse(whole));
        }
        return rows;
    }
}
