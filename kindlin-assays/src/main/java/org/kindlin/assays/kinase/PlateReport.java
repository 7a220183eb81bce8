package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.kindlin.assays.plate.PlateQuality;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellReading;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

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

    /** The quality figures, of the wells with most signal against those with least. */
    private void controls() {
        WellRole zero = zeroRole();
        if (block.block().has(WellRole.VEHICLE) && block.block().has(zero)) {
            boolean rises = protocol.scale().signal() == SignalDirection.RISES_WITH_ADP;
            List<WellReading> controls = new ArrayList<>();
            block.block().wells().stream()
                    .filter(well -> well.role() == WellRole.VEHICLE || well.role() == zero)
                    .forEach(well -> controls.add(new WellReading(
                            Well.control(well.address(), well.role()), new Reading.Measured(well.signal()))));
            PlateQuality.checks(
                            block.block().format(),
                            controls,
                            rises ? WellRole.VEHICLE : zero,
                            rises ? zero : WellRole.VEHICLE)
                    .forEach(check -> quality.add(limited(check, zero)));
        }
        if (block.scale()
                .filter(scale -> !scale.isUsable(protocol.scale().signal()))
                .isPresent()) {
            warn("controls-inverted", invertedControls());
        }
    }

    /** The protocol's own Z-prime limit; the scatter of a background near zero says nothing, so it has none. */
    private QualityCheck limited(QualityCheck check, WellRole zero) {
        double value = check.value() == null ? Double.NaN : check.value();
        if (check.check().endsWith("z-prime")) {
            return QualityCheck.atLeast(check.check(), value, protocol.limits().zPrime());
        }
        boolean noLimit = check.check().equals("cv-" + zero.label())
                || (check.check().equals("row-gradient")
                        && !spans(WellAddress::row, block.block().format().rows()))
                || (check.check().equals("column-gradient")
                        && !spans(WellAddress::column, block.block().format().columns()));
        return noLimit ? QualityCheck.info(check.check(), value) : check;
    }

    /** Whether the vehicle wells reach over half of the plate: a gradient extrapolated from less fails nobody. */
    private boolean spans(ToIntFunction<WellAddress> place, int size) {
        IntSummaryStatistics places = block.block().wells(WellRole.VEHICLE).stream()
                .mapToInt(well -> place.applyAsInt(well.address()))
                .summaryStatistics();
        return 2 * (places.getMax() - places.getMin()) >= size;
    }

    /** The wells that stand for no activity: no-enzyme, else blank; a positive control where it is told to. */
    private WellRole zeroRole() {
        if (protocol.scale().positiveControl() == PositiveControlUse.ZERO_ACTIVITY
                && block.block().has(WellRole.POSITIVE)) {
            return WellRole.POSITIVE;
        }
        return block.block().has(WellRole.NO_ENZYME) ? WellRole.NO_ENZYME : WellRole.BLANK;
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
