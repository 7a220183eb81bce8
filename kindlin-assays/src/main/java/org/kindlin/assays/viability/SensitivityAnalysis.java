package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.FittedCurve;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.ResponseBlock;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.growth.GrowthRateInhibition;

/** The sensitivity of one cell line to one compound. */
final class SensitivityAnalysis {
    private final ViabilityProtocol protocol;
    private final CurveProtocol viability;
    private final long seed;

    SensitivityAnalysis(ViabilityProtocol protocol, long seed) {
        this.protocol = protocol;
        this.viability = CurveProtocols.viability(protocol);
        this.seed = seed;
    }

    /** That of cells on plates. */
    Sensitivity of(TreatedCells cells) {
        CompoundCurves curves = CompoundCurves.fit(cells.subject(), cells.plates(), viability, seed);
        List<GrowthBlock> growthPlates = cells.growthPlates();
        Optional<GrowthCurves> growth =
                growthPlates.isEmpty() ? Optional.empty() : Optional.of(GrowthCurves.of(cells, protocol, seed));
        ControlErrors<Optional<FittedCurve>> errors = ControlErrors.of(
                cells,
                protocol.curves().level(),
                moved -> CurveAnalysis.fit(CompoundCurves.data(moved.subject(), moved.plates()), viability));
        return new Sensitivity(
                curves,
                growth.map(found -> growth(found, vehicle(growthPlates))),
                vehicle(cells.plates()),
                startPercent(growthPlates),
                result(
                        curves,
                        widened(curves.pooled(), errors),
                        growth,
                        ViabilityWarnings.of(protocol, cells, curves, growth)));
    }

    /** That of a curve that came as a table. */
    Sensitivity of(ViabilityData.TableCurve table) {
        CompoundCurves curves = curve(table, viability, row -> OptionalDouble.of(row.percent()));
        boolean counted = table.rows().stream().allMatch(row -> row.doublings().isPresent());
        Optional<GrowthCurves> growth = counted
                ? Optional.of(GrowthCurves.of(
                        curve(table, CurveProtocols.growth(protocol), SensitivityAnalysis::growthOf),
                        protocol.curves().level()))
                : Optional.empty();
        double[] vehicle = table.rows().stream()
                .filter(row -> row.nanomolar() == 0)
                .mapToDouble(ViabilityData.TableRow::percent)
                .toArray();
        return new Sensitivity(
                curves,
                growth.map(found -> growth(found, new double[0])),
                vehicle,
                OptionalDouble.empty(),
                result(
                        curves,
                        Stream.concat(
                                        curves.pooled().result().estimates().stream(),
                                        SplitEstimates.of(
                                                table, protocol.curves().level())
                                                .stream())
                                .toList(),
                        growth,
                        ViabilityWarnings.ofTable(protocol, curves, growth)));
    }

    private static OptionalDouble growthOf(ViabilityData.TableRow row) {
        return OptionalDouble.of(
                new GrowthRateInhibition(row.doublings().orElseThrow()).ofRelativeCount(row.percent() / 100));
    }

    /** What a row says of the response that is fitted. */
    private interface ResponseOf {
        OptionalDouble at(ViabilityData.TableRow row);
    }

    private CompoundCurves curve(ViabilityData.TableCurve table, CurveProtocol of, ResponseOf response) {
        List<Observation> observations = table.rows().stream()
                .filter(row -> row.nanomolar() > 0)
                .map(row -> Observation.atDose(row.nanomolar(), response.at(row).orElseThrow()))
                .toList();
        CurveResult pooled = CurveAnalysis.analyze(new CurveData(table.subject().subject(), observations), of, seed);
        return CompoundCurves.ofTable(table.subject(), pooled);
    }

    private static Sensitivity.GrowthOfCompound growth(GrowthCurves growth, double[] vehicle) {
        GrowthEffect effect = growth.estimate("grMax").map(GrowthEffect::of).orElse(GrowthEffect.UNDETERMINED);
        double top = growth.curves()
                .pooled()
                .data()
                .range()
                .map(range -> StrictMath.pow(10, range.highest()))
                .orElse(0.0);
        return new Sensitivity.GrowthOfCompound(growth.curves(), vehicle, effect, top);
    }

    private static double[] vehicle(List<? extends ResponseBlock> plates) {
        return plates.stream()
                .flatMapToDouble(plate -> Arrays.stream(plate.responses(WellRole.VEHICLE)))
                .toArray();
    }

    private static OptionalDouble startPercent(List<GrowthBlock> plates) {
        return plates.stream()
                .mapToDouble(plate -> 100 * plate.growth().atStart())
                .average();
    }

    /** The plateaus, half of vehicle and the area depend on the controls; mid-point and slope do not. */
    private static List<Estimate> widened(CurveResult curve, ControlErrors<Optional<FittedCurve>> errors) {
        return curve.result().estimates().stream()
                .map(estimate -> switch (estimate.name()) {
                    case "ic50-absolute" ->
                        errors.widen(estimate, ControlErrors.Scale.LOGARITHMIC, SensitivityAnalysis::halfOfVehicle);
                    case "top" ->
                        errors.widen(
                                estimate,
                                ControlErrors.Scale.LINEAR,
                                fit -> of(fit.map(f -> f.curve().top())));
                    case "bottom" ->
                        errors.widen(
                                estimate,
                                ControlErrors.Scale.LINEAR,
                                fit -> of(fit.map(f -> f.curve().bottom())));
                    case "auc" -> errors.widen(estimate, ControlErrors.Scale.LINEAR, SensitivityAnalysis::area);
                    default -> estimate;
                })
                .toList();
    }

    private static OptionalDouble halfOfVehicle(Optional<FittedCurve> fit) {
        OptionalDouble log = fit.map(found -> found.curve().logDoseAt(50)).orElseGet(OptionalDouble::empty);
        return log.isPresent() ? OptionalDouble.of(StrictMath.pow(10, log.getAsDouble())) : log;
    }

    /** The mean of the curve over the logarithm of the tested doses, to the accuracy an interval needs. */
    private static OptionalDouble area(Optional<FittedCurve> fit) {
        int steps = 200;
        return of(fit.map(found -> {
            double sum = 0;
            for (int i = 0; i < steps; i++) {
                sum += found.curve()
                        .value(found.range().lowest()
                                + (i + 0.5) * found.range().decades() / steps);
            }
            return sum / steps;
        }));
    }

    private static OptionalDouble of(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static SubjectResult result(
            CompoundCurves curves, List<Estimate> ofViability, Optional<GrowthCurves> growth, List<Warning> warnings) {
        List<Estimate> estimates = new ArrayList<>(ofViability);
        growth.ifPresent(found -> estimates.addAll(found.estimates()));
        estimates.addAll(curves.shift().estimates());
        List<HypothesisTest> tests = new ArrayList<>(curves.pooled().result().tests());
        growth.ifPresent(found -> tests.addAll(found.tests()));
        tests.addAll(curves.shift().tests());
        Set<Warning> all = new LinkedHashSet<>(curves.pooled().result().warnings());
        growth.ifPresent(found -> all.addAll(found.warnings()));
        all.addAll(curves.shift().warnings());
        all.addAll(warnings);
        return new SubjectResult(
                curves.subject().subject(),
                estimates,
                tests,
                curves.pooled().result().quality(),
                List.copyOf(all));
    }
}
