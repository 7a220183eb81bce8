package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.PlateFindings;
import org.kindlin.assays.plate.assay.WellMean;
import org.kindlin.assays.plate.quality.PlateAssessment;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;

/** What a plate's own controls and standards say: quality, conversion, and what is wrong with it. */
final class PlateReport {
    private final NormalizedBlock block;
    private final KinaseProtocol protocol;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<QualityCheck> quality = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private PlateReport(NormalizedBlock block, KinaseProtocol protocol) {
        this.block = block;
        this.protocol = protocol;
    }

    static SubjectResult of(NormalizedBlock block, PlateAssessment assessment, KinaseProtocol protocol) {
        PlateReport report = new PlateReport(block, protocol);
        report.warnings.addAll(PlateFindings.warnings(block));
        report.controls();
        report.positive();
        report.calibration();
        report.conversion();
        Map<String, String> subject = PlateFindings.subject(block);
        SubjectResult own = new SubjectResult(subject, report.estimates, List.of(), report.quality, report.warnings);
        return assessment.result(subject, own);
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }

    private void controls() {
        if (block.scale()
                .filter(scale -> !scale.isUsable(protocol.scale().signal()))
                .isPresent()) {
            warn("controls-inverted", invertedControls());
        }
    }

    private String invertedControls() {
        boolean rises = protocol.scale().signal() == SignalDirection.RISES_WITH_ADP;
        return "The vehicle wells do not read " + (rises ? "above" : "below") + " the background wells, as signal="
                + (rises ? "rises" : "falls") + "-with-adp says they should: 0 % and 100 % activity are not told apart"
                + " and no well of this plate is used.";
    }

    private void positive() {
        if (block.block().has(WellRole.POSITIVE) && block.scale().isPresent()) {
            mean("positiveControlInhibition", block.responses(WellRole.POSITIVE));
        }
    }

    private void calibration() {
        switch (block.calibration()) {
            case Calibration.None _ -> {}
            case Calibration.Unusable(String reason) ->
                warn(
                        "standard-curve-unusable",
                        "No ADP standard curve: " + reason + ". Activities are taken from signals.");
            case StandardCurve curve -> {
                estimates.add(Estimate.descriptive("standardIntercept", curve.intercept(), unit(), model(curve)));
                estimates.add(Estimate.descriptive("standardSlope", curve.slope(), unit() + "/%", model(curve)));
                if (curve.isCurved()) {
                    estimates.add(
                            Estimate.descriptive("standardCurvature", curve.curvature(), unit() + "/%2", model(curve)));
                }
            }
        }
    }

    private static String model(StandardCurve curve) {
        return (curve.isCurved() ? "parabola" : "straight line") + ", weights 1/(mean of the level)^2";
    }

    private String unit() {
        return block.block().read().unit();
    }

    private void conversion() {
        double[] conversions = block.vehicleConversions();
        if (conversions.length == 0) {
            return;
        }
        mean("conversion", conversions);
        double conversion = Descriptive.mean(conversions);
        double limit = protocol.limits().conversionPercent();
        quality.add(QualityCheck.atMost("conversion", conversion, limit));
        highConversion(block, limit).ifPresent(warnings::add);
        if (block.isBeyondStandards()) {
            warn(
                    "beyond-standards",
                    "Vehicle wells read above the highest ADP standard; their conversion is extrapolated.");
        }
    }

    /** The warning of a block whose vehicle wells turned over too much ATP. */
    static Optional<Warning> highConversion(NormalizedBlock block, double limit) {
        OptionalDouble conversion = block.vehicleConversion();
        return conversion.isEmpty() || conversion.getAsDouble() <= limit
                ? Optional.empty()
                : Optional.of(
                        new Warning(
                                "high-conversion",
                                "Vehicle wells of plate " + block.block().plate() + " turned over "
                                        + Prose.number(conversion.getAsDouble()) + " % of the ATP, above "
                                        + Prose.number(limit)
                                        + " %: the reaction is no longer at its initial rate and the IC50 comes out too high."));
    }

    private void mean(String name, double[] values) {
        estimates.add(WellMean.estimate(name, values, "%", protocol.level()));
    }
}
