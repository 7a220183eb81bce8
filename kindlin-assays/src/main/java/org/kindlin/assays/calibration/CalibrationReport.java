package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.calibration.CalibrationFit;
import org.kindlin.numerics.calibration.CalibrationOutcome;
import org.kindlin.numerics.calibration.CalibrationWeighting;
import org.kindlin.numerics.statistics.FTest;

/** What a plate's standard curve is worth: parameters, range, recovery of its standards, and what is wrong with it. */
public final class CalibrationReport {
    private static final double REJECTED = 0.05;
    private static final int FEWEST_LEVELS = 6;
    private static final double ACCEPTED_SHARE = 75;

    private final PlateCalibration plate;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<HypothesisTest> tests = new ArrayList<>();
    private final List<QualityCheck> quality = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private CalibrationReport(PlateCalibration plate) {
        this.plate = plate;
    }

    /** The result row of a plate. */
    public static SubjectResult of(PlateCalibration plate) {
        CalibrationReport report = new CalibrationReport(plate);
        report.warnings.addAll(plate.plate().findings());
        switch (plate.outcome()) {
            case CalibrationFit fit -> report.curve(fit);
            case CalibrationOutcome.NotCalibrated(String reason) -> report.without(reason);
        }
        return new SubjectResult(
                plate.plate().subject(), report.estimates, report.tests, report.quality, report.warnings);
    }

    private void without(String reason) {
        CurveParameters.missing(plate).forEach(estimates::add);
        warn("no-standard-curve", "No standard curve: " + reason + ". No concentration of this plate is known.");
    }

    private void curve(CalibrationFit fit) {
        estimates.addAll(CurveParameters.of(fit, plate));
        estimates.add(Estimate.descriptive("rss", fit.rss(), "", "weighted residual sum of squares"));
        estimates.add(Estimate.descriptive("df", fit.degreesOfFreedom(), "", "observations less parameters"));
        fit.rSquared().ifPresent(r2 -> quality.add(QualityCheck.info("r-squared", r2)));
        if (plate.protocol().weighting() == CalibrationWeighting.REPLICATE_VARIANCE) {
            warn(
                    "weights-from-few-replicates",
                    "Weights from the variance of each standard's own replicates rest on few readings each, and intervals are"
                            + " too narrow (86 % held the truth where 95 % should, triplicates): weights=variance-model"
                            + " estimates how scatter grows with signal from all replicates.");
        }
        limits();
        lackOfFit(fit);
        standards();
        noise();
    }

    private void limits() {
        String unit = plate.plate().units().concentration();
        plate.detectionLimit()
                .ifPresentOrElse(
                        limit ->
                                estimates.add(Estimate.descriptive("lod", limit, unit, "3.3 sd of a blank over slope")),
                        () -> estimates.add(
                                Estimate.notEstimable("lod", unit, level(), "3.3 sd of a blank over slope")));
        if (estimates.getLast().value() == null) {
            warn(
                    "no-detection-limit",
                    "The limit of detection is not known: "
                            + (plate.noise().isEmpty()
                                    ? "standards leave no degree of freedom to judge the noise by."
                                    : "3.3 standard deviations above the curve at zero is not on the curve."));
        }
        range("lloq", plate.range().map(QuantificationRange::lowerIfFinite).orElse(OptionalDouble.empty()), unit);
        range("uloq", plate.range().map(QuantificationRange::upperIfFinite).orElse(OptionalDouble.empty()), unit);
        if (plate.range().isEmpty()) {
            warn(
                    "no-quantification-range",
                    "No two neighbouring standards keep within "
                            + Prose.number(plate.protocol().lloqLimit()) + " and "
                            + Prose.number(plate.protocol().standardLimit())
                            + " % of bias and CV: no concentration is reported, only what the curve would say"
                            + " (backCalculated).");
        }
        if (plate.noise().isEmpty()) {
            warn("no-degrees-of-freedom", "As many parameters as standards: concentrations have no interval.");
        }
    }

    private void range(String name, OptionalDouble limit, String unit) {
        if (plate.protocol().range() != RangeRule.NONE) {
            String method = plate.protocol().range() == RangeRule.RECOVERY
                    ? "lowest and highest standards in limits"
                    : "lowest and highest standard";
            estimates.add(
                    limit.isPresent()
                            ? Estimate.descriptive(name, limit.getAsDouble(), unit, method)
                            : Estimate.notEstimable(name, unit, level(), method));
        }
    }

    private void lackOfFit(CalibrationFit fit) {
        fit.lackOfFit().ifPresent(test -> {
            tests.add(test("lack-of-fit", test));
            if (test.p() < REJECTED) {
                warn(
                        "lack-of-fit",
                        "The standards depart from the "
                                + plate.protocol().model().words()
                                + " by more than their replicates scatter (p = " + Prose.number(test.p())
                                + "): see the recoveries, and try another model or weights. R-squared does not tell.");
            }
        });
    }

    private void standards() {
        List<StandardLevel> positive = plate.levels().stream()
                .filter(standard -> standard.concentration() > 0)
                .toList();
        List<StandardLevel> failed = positive.stream()
                .filter(standard -> !standard.holds(
                        plate.range()
                                        .map(range -> standard.concentration() <= range.lower())
                                        .orElse(false)
                                ? plate.protocol().lloqLimit()
                                : plate.protocol().standardLimit()))
                .toList();
        if (positive.isEmpty()) {
            return;
        }
        double share = 100.0 * (positive.size() - failed.size()) / positive.size();
        quality.add(QualityCheck.atLeast("standards-in-limits", share, ACCEPTED_SHARE));
        if (!failed.isEmpty()) {
            warn(
                    "standard-out-of-limits",
                    "Standards beyond their limits of bias or CV: "
                            + Prose.list(failed.stream().map(this::told).toList()) + ".");
        }
        if (positive.size() < FEWEST_LEVELS) {
            warn(
                    "few-standards",
                    positive.size() + " standards above zero are few: ICH M10 asks for six concentrations.");
        }
    }

    private String told(StandardLevel standard) {
        String recovery = standard.recoveryPercent().isPresent()
                ? "recovery " + Prose.number(standard.recoveryPercent().getAsDouble()) + " %"
                : "not read back by the curve";
        String cv = standard.cvPercent().isPresent()
                ? ", CV " + Prose.number(standard.cvPercent().getAsDouble()) + " %"
                : "";
        String concentration = Prose.number(standard.concentration()) + " "
                + plate.plate().units().concentration();
        return concentration.strip() + " (" + recovery + cv + ")";
    }

    private void noise() {
        plate.noiseTest().ifPresent(test -> tests.add(test("replicate-noise", test)));
        if (plate.isNoisier()) {
            FTest test = plate.noiseTest().orElseThrow();
            warn(
                    "replicates-noisier-than-standards",
                    "Replicates of specimens scatter " + Prose.number(Math.sqrt(test.statistic()))
                            + " times as much as standards about their curve (p = " + Prose.number(test.p())
                            + "): their own scatter sets the intervals.");
        }
    }

    private static HypothesisTest test(String name, FTest test) {
        return new HypothesisTest(name, test.statistic(), (double) test.df1(), (double) test.df2(), test.p());
    }

    private double level() {
        return plate.protocol().level();
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }
}
