package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.FittedCurve;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.growth.GrowthRateInhibition;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Growth rate inhibition of one compound on one cell line: the curve and the metrics of Hafner et al. (2016).
 *
 * @param curves GR by dose
 * @param estimates {@code gr50}, {@code grMax}, {@code gec50}, {@code grInf}, {@code hGR}, {@code grAoc}
 * @param tests those of the curve
 * @param warnings those of the curve
 */
record GrowthCurves(
        CompoundCurves curves, List<Estimate> estimates, List<HypothesisTest> tests, List<Warning> warnings) {
    private static final Map<String, String> NAMES = Map.of(
            "ic50-absolute",
            "gr50",
            "ic50",
            "gec50",
            "bottom",
            "grInf",
            "hillSlope",
            "hGR",
            "ic50-optimum",
            "gec50-optimum");

    GrowthCurves {
        estimates = List.copyOf(estimates);
        tests = List.copyOf(tests);
        warnings = List.copyOf(warnings);
    }

    /** What is computed anew from moved controls. */
    private record State(Optional<FittedCurve> curve, Optional<DoseMeans> means) {
        static State of(TreatedCells cells, CurveProtocol protocol) {
            List<GrowthBlock> plates = cells.growthPlates();
            if (plates.isEmpty()) {
                return new State(Optional.empty(), Optional.empty());
            }
            var data = CompoundCurves.data(cells.subject(), plates);
            return new State(CurveAnalysis.fit(data, protocol), DoseMeans.of(data));
        }

        OptionalDouble gr50() {
            return curve.map(fitted -> fitted.curve().logDoseAt(0.5).stream()
                            .map(log -> StrictMath.pow(10, log))
                            .findFirst())
                    .orElseGet(OptionalDouble::empty);
        }

        OptionalDouble gec50() {
            return of(curve.map(fitted -> StrictMath.pow(10, fitted.logIc50())));
        }

        OptionalDouble grInf() {
            return of(curve.map(fitted -> fitted.curve().bottom()));
        }

        OptionalDouble slope() {
            return of(curve.map(fitted -> fitted.curve().hillSlope()));
        }

        OptionalDouble grMax() {
            return of(means.map(DoseMeans::topMean));
        }

        OptionalDouble areaOverCurve() {
            return of(means.map(found -> GrowthRateInhibition.areaOverCurve(found.logDose(), found.mean())));
        }

        private static OptionalDouble of(Optional<Double> value) {
            return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        }
    }

    /** The growth rate inhibition of cells on plates. */
    static GrowthCurves of(TreatedCells cells, ViabilityProtocol protocol, long seed) {
        CurveProtocol growth = CurveProtocols.growth(protocol);
        CompoundCurves curves = CompoundCurves.fit(cells.subject(), cells.growthPlates(), growth, seed);
        ControlErrors<State> errors =
                ControlErrors.of(cells, protocol.curves().level(), moved -> State.of(moved, growth));
        Optional<CellNumberForm> other = CurveAnalysis.fit(curves.pooled().data(), growth)
                .flatMap(fitted -> CellNumberForm.of(cells, protocol, fitted));
        return of(curves, protocol.curves().level(), errors, other);
    }

    /** The growth rate inhibition of a table, whose controls nothing is known of. */
    static GrowthCurves of(CompoundCurves curves, double level) {
        return of(curves, level, new ControlErrors<>(List.of(), level), Optional.empty());
    }

    private static GrowthCurves of(
            CompoundCurves curves, double level, ControlErrors<State> errors, Optional<CellNumberForm> other) {
        List<Estimate> estimates = new ArrayList<>();
        SubjectResult ofCurve = curves.pooled().result();
        named(ofCurve, "ic50-absolute")
                .map(gr50 -> errors.widen(gr50, ControlErrors.Scale.LOGARITHMIC, State::gr50))
                .map(gr50 -> other.map(form -> form.widenGr50(gr50)).orElse(gr50))
                .ifPresent(estimates::add);
        DoseMeans.of(curves.pooled().data()).ifPresent(means -> {
            estimates.add(errors.widen(grMax(means, level), ControlErrors.Scale.LINEAR, State::grMax));
            area(means, level)
                    .map(area -> errors.widen(area, ControlErrors.Scale.LINEAR, State::areaOverCurve))
                    .ifPresent(estimates::add);
        });
        named(ofCurve, "ic50")
                .map(gec50 -> errors.widen(gec50, ControlErrors.Scale.LOGARITHMIC, State::gec50))
                .ifPresent(estimates::add);
        named(ofCurve, "ic50-optimum").ifPresent(estimates::add);
        named(ofCurve, "bottom")
                .map(grInf -> errors.widen(grInf, ControlErrors.Scale.LINEAR, State::grInf))
                .map(grInf -> other.map(form -> form.widenGrInf(grInf)).orElse(grInf))
                .ifPresent(estimates::add);
        named(ofCurve, "hillSlope")
                .map(slope -> errors.widen(slope, ControlErrors.Scale.LOGARITHMIC, State::slope))
                .ifPresent(estimates::add);
        return new GrowthCurves(
                curves,
                estimates,
                ofCurve.tests().stream().map(GrowthCurves::renamed).toList(),
                Stream.concat(
                                ofCurve.warnings().stream().map(GrowthCurves::renamed),
                                other.flatMap(CellNumberForm::warning).stream())
                        .toList());
    }

    /** An estimate of the curve under the name it has for growth rate inhibition. */
    private static Optional<Estimate> named(SubjectResult curve, String name) {
        return curve.estimate(name)
                .map(found -> found.scaled(NAMES.getOrDefault(name, name), 1, found.unit(), found.method()));
    }

    private static HypothesisTest renamed(HypothesisTest test) {
        return new HypothesisTest("gr-" + test.name(), test.statistic(), test.df(), test.df2(), test.p());
    }

    private static Warning renamed(Warning warning) {
        String message = warning.message();
        for (String name : List.of("ic50-absolute", "ic50", "hillSlope", "bottom")) {
            message = message.replaceAll("\\b" + name + "\\b(?!-)", NAMES.getOrDefault(name, name));
        }
        return new Warning("gr-" + warning.code(), "Growth rate inhibition: " + message);
    }

    private static Estimate grMax(DoseMeans means, double level) {
        return estimate("grMax", means.topMean(), means.topError(), means.df(), level, "mean at the highest dose");
    }

    /** Trapezoids are linear in the means, so that their error follows from those of the means. */
    private static Optional<Estimate> area(DoseMeans means, double level) {
        double[] log = means.logDose();
        int last = log.length - 1;
        if (last < 1) {
            return Optional.empty();
        }
        double variance = 0;
        for (int i = 0; i <= last; i++) {
            double width = log[Math.min(i + 1, last)] - log[Math.max(i - 1, 0)];
            double share = 0.5 * width / (log[last] - log[0]);
            variance += StrictMath.pow(share * means.error()[i], 2);
        }
        return Optional.of(estimate(
                "grAoc",
                GrowthRateInhibition.areaOverCurve(log, means.mean()),
                Math.sqrt(variance),
                means.df(),
                level,
                "trapezoids over log dose, divided by the tested range"));
    }

    private static Estimate estimate(String name, double value, double error, int df, double level, String method) {
        if (df < 1 || !Double.isFinite(error)) {
            return new Estimate(name, value, "", Relation.EQUAL, null, null, level, null, method + "; no replicates");
        }
        double half = error * Distributions.studentQuantile(0.5 + level / 2, df);
        return Estimate.of(name, value, "", value - half, value + half, level, error, method + ", Student t");
    }

    Optional<Estimate> estimate(String name) {
        return estimates.stream()
                .filter(estimate -> estimate.name().equals(name))
                .findFirst();
    }
}
