package org.kindlin.assays.collagen;

import java.util.List;
import org.kindlin.assays.calibration.CurvePoints;
import org.kindlin.assays.calibration.PlateCalibration;
import org.kindlin.assays.calibration.SpecimenConcentration;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/**
 * What a collagen assay found.
 *
 * @param raw what was read
 * @param calibrations every plate with its standard curve
 * @param specimens every extract
 * @param cultures extracts put together
 * @param groups treatments, and their ratios to vehicle
 * @param subjects treatments, plates, cultures, specimens
 */
public record CollagenResult(
        CollagenProtocol protocol,
        CollagenData raw,
        List<PlateCalibration> calibrations,
        List<SpecimenConcentration> specimens,
        List<Culture> cultures,
        TreatmentGroups groups,
        List<SubjectResult> subjects,
        List<String> verdicts,
        String methods)
        implements AnalysisResult {

    public CollagenResult {
        calibrations = List.copyOf(calibrations);
        specimens = List.copyOf(specimens);
        cultures = List.copyOf(cultures);
        subjects = List.copyOf(subjects);
        verdicts = List.copyOf(verdicts);
    }

    @Override
    public List<DataPoint> data() {
        return calibrations.stream()
                .flatMap(plate -> CurvePoints.of(plate).stream())
                .toList();
    }

    @Override
    public List<Exclusion> exclusions() {
        return raw.plates().stream()
                .flatMap(plate -> plate.exclusions().stream())
                .distinct()
                .toList();
    }
}
