package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.SeparationFactor;

/** What a plate's own controls and standards say: quality, conversion, and what is wrong with it. */
final class PlateReport {
    private static final double MOST_CV_PERCENT = 20;
    private static final double FEWEST_SIGNAL_TO_BACKGROUND = 3;

    private final NormalizedBlock block;
    private final KinaseProtocol protocol;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<QualityCheck> quality = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private PlateReport(NormalizedBlock block, KinaseProtocol protocol) {
        this.block = block;
        this.protocol = protocol;
    }

    static SubjectResult of(NormalizedBlock block, KinaseProtocol protocol) {
        PlateReport report = new PlateReport(block, protocol);
        report.warnings.addAll(block.block().findings());
        report.readings();
        report.controls();
        report.positive();
        report.calibration();
        report.conversion();
        return new SubjectResult(subject(block.block()), report.estimates, List.of(), report.quality, report.warnings);
    }

    static Map<String, String> subject(AssayBlock block) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("plate", block.plate());
        if (!block.target().isEmpty()) {
            subject.put("target", block.target());
        }
        return subject;
    }

    private void readings() {
        long lost = block.block().unread();
        if (lost > 0) {
            warn(
                    "readings-without-number",
                    lost + (lost == 1 ? " mapped well has" : " mapped wells have")
                            + " no number (saturated, out of range or not read) and are left out.");
        }
        int levels = LevelSummary.of(block).size();
        if (levels > 0) {
            warn(
                    "no-doses",
                    "The plate map states no concentrations for " + levels + " of its levels: an IC50 is a"
                            + " concentration, so none is given; the levels are described instead.");
        }
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }

    private void controls() {
        double[] vehicle = block.block().signals(WellRole.VEHICLE);
        double[] background = background();
        if (vehicle.length > 0 && background.length > 0) {
            quality.add(QualityCheck.atLeast(
                    "z-prime",
                    SeparationFactor.zPrime(vehicle, background).orElse(Double.NaN),
                    protocol.limits().zPrime()));
            quality.add(QualityCheck.atLeast(
                    "robust-z-prime",
                    SeparationFactor.robustZPrime(vehicle, background).orElse(Double.NaN),
                    protocol.limits().zPrime()));
            quality.add(QualityCheck.atLeast(
                    "signal-to-background", signalToBackground(vehicle, background), FEWEST_SIGNAL_TO_BACKGROUND));
        }
        for (WellRole role : List.of(WellRole.VEHICLE, WellRole.NO_ENZYME, WellRole.BLANK, WellRole.POSITIVE)) {
            if (block.block().has(role)) {
                double cv = cvPercent(block.block().signals(role));
                quality.add(
                        role == WellRole.VEHICLE
                                ? QualityCheck.atMost("cv-" + role.label(), cv, MOST_CV_PERCENT)
                                : QualityCheck.info("cv-" + role.label(), cv));
            }
        }
        if (block.scale()
                .filter(scale -> !scale.isUsable(protocol.scale().signal()))
                .isPresent()) {
            warn("controls-inverted", invertedControls());
        }
    }

    /** The wells that stand for no activity: no-enzyme, else blank, else a positive control that is told to. */
    private double[] background() {
        boolean positive = protocol.scale().positiveControl() == PositiveControlUse.ZERO_ACTIVITY
                && block.block().has(WellRole.POSITIVE);
        if (positive) {
            return block.block().signals(WellRole.POSITIVE);
        }
        return block.block().signals(block.block().has(WellRole.NO_ENZYME) ? WellRole.NO_ENZYME : WellRole.BLANK);
    }

    /** Signal window as a ratio above one in either direction of the signal. */
    private double signalToBackground(double[] vehicle, double[] background) {
        double ratio = Descriptive.mean(vehicle) / Descriptive.mean(background);
        return protocol.scale().signal() == SignalDirection.RISES_WITH_ADP ? ratio : 1 / ratio;
    }

    private static double cvPercent(double[] signals) {
        return signals.length < 2 ? Double.NaN : 100 * Descriptive.coefficientOfVariation(signals);
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
    static java.util.Optional<Warning> highConversion(NormalizedBlock block, double limit) {
        OptionalDouble conversion = block.vehicleConversion();
        return conversion.isEmpty() || conversion.getAsDouble() <= limit
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        new Warning(
                                "high-conversion",
                                "Vehicle wells of plate " + block.block().plate() + " turned over "
                                        + Text.number(conversion.getAsDouble()) + " % of the ATP, above "
                                        + Text.number(limit)
                                        + " %: the reaction is no longer at its initial rate and the IC50 comes out too high."));
    }

    private void mean(String name, double[] values) {
        double mean = Descriptive.mean(values);
        if (values.length < 2) {
            estimates.add(Estimate.descriptive(name, mean, "%", "one well"));
            return;
        }
        double error = Descriptive.standardDeviation(values) / Math.sqrt(values.length);
        double half = error * Distributions.studentQuantile(0.5 + protocol.level() / 2, values.length - 1);
        estimates.add(Estimate.of(
                name, mean, "%", mean - half, mean + half, protocol.level(), error, "mean of wells, Student t"));
    }
}
