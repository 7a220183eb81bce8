package org.kindlin.assays.viability;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.FittedCurve;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.growth.GrowthRateInhibition;
import org.kindlin.numerics.statistics.InformationCriterion;

/**
 * What the curve of cell numbers says of growth rate inhibition. Growth and cell number cannot both be logistic in dose, and
 * nobody knows which is; Akaike's criterion, of both curves on the same wells in percent of vehicle, says how far the data
 * prefer the other form.
 *
 * @param weight Akaike weight of the form in which cell number is logistic
 * @param gr50 dose in nM at which that curve has the cells of GR 0.5
 * @param grInf GR of the cells it leaves at infinite dose
 */
record CellNumberForm(double weight, OptionalDouble gr50, double grInf) {
    /** From here on it is said that the other form describes the wells better. */
    private static final double CLEARLY_BETTER = 0.95;

    /** The other form beside a fitted curve of growth rate inhibition; empty where it has no fit or no criterion. */
    static Optional<CellNumberForm> of(TreatedCells cells, ViabilityProtocol protocol, FittedCurve growth) {
        List<GrowthBlock> plates = cells.growthPlates();
        Optional<FittedCurve> number = CurveAnalysis.fit(
                CompoundCurves.data(cells.subject(), cells.plates()), CurveProtocols.viability(protocol));
        if (number.isEmpty() || plates.isEmpty()) {
            return Optional.empty();
        }
        FittedCurve other = number.get();
        OptionalDouble ofGrowth = criterion(
                cells,
                plates,
                growth,
                (plate, log) ->
                        100 * plate.growth().relativeCount(growth.curve().value(log)));
        OptionalDouble ofNumber =
                criterion(cells, plates, other, (_, log) -> other.curve().value(log));
        if (ofGrowth.isEmpty() || ofNumber.isEmpty()) {
            return Optional.empty();
        }
        GrowthRateInhibition mean = new GrowthRateInhibition(plates.stream()
                .mapToDouble(plate -> plate.growth().doublings())
                .average()
                .orElseThrow());
        OptionalDouble log = other.curve().logDoseAt(100 * mean.relativeCount(0.5));
        return Optional.of(new CellNumberForm(
                InformationCriterion.weight(ofNumber.getAsDouble(), ofGrowth.getAsDouble()),
                log.isPresent() ? OptionalDouble.of(StrictMath.pow(10, log.getAsDouble())) : log,
                mean.ofRelativeCount(other.curve().bottom() / 100)));
    }

    /** Akaike's criterion of a curve for the percentages of the wells, each with the variance that the curve gives it. */
    private static OptionalDouble criterion(
            TreatedCells cells,
            List<GrowthBlock> plates,
            FittedCurve fitted,
            ToDoubleBiFunction<GrowthBlock, Double> percent) {
        double squares = 0;
        double logarithms = 0;
        int wells = 0;
        for (GrowthBlock plate : plates) {
            for (AssayWell well : plate.dosed()) {
                if (plate.plate().subject(well).equals(cells.subject())) {
                    double expected = percent.applyAsDouble(
                            plate, StrictMath.log10(well.amount().orElseThrow()));
                    double variance = plate.plate().variance().at(expected);
                    double off = plate.plate().response(well) - expected;
                    squares += off * off / variance;
                    logarithms += StrictMath.log(variance);
                    wells++;
                }
            }
        }
        double both = logarithms;
        int parameters = wells - fitted.fit().degreesOfFreedom();
        OptionalDouble alike = InformationCriterion.aicc(squares, wells, parameters);
        return alike.isPresent() && Double.isFinite(alike.getAsDouble() + both)
                ? OptionalDouble.of(alike.getAsDouble() + both)
                : OptionalDouble.empty();
    }

    Estimate widenGr50(Estimate estimate) {
        Double value = estimate.value();
        if (value == null || !(value > 0) || gr50.isEmpty() || estimate.relation() != Relation.EQUAL) {
            return estimate;
        }
        double factor = StrictMath.exp(weight * StrictMath.log(gr50.getAsDouble() / value));
        return moved(estimate, times(estimate.low(), Math.min(1, factor)), times(estimate.high(), Math.max(1, factor)));
    }

    Estimate widenGrInf(Estimate estimate) {
        Double value = estimate.value();
        if (value == null || estimate.relation() != Relation.EQUAL) {
            return estimate;
        }
        double shift = weight * (grInf - value);
        return moved(estimate, plus(estimate.low(), Math.min(0, shift)), plus(estimate.high(), Math.max(0, shift)));
    }

    private static @Nullable Double times(@Nullable Double limit, double factor) {
        return limit == null ? null : Double.valueOf(limit * factor);
    }

    private static @Nullable Double plus(@Nullable Double limit, double shift) {
        return limit == null ? null : Double.valueOf(limit + shift);
    }

    private static Estimate moved(Estimate estimate, @Nullable Double low, @Nullable Double high) {
        return new Estimate(
                estimate.name(),
                estimate.value(),
                estimate.unit(),
                estimate.relation(),
                low,
                high,
                estimate.level(),
                estimate.se(),
                estimate.method() + "; reaches to the average with the cell-number form");
    }

    /** That the other form is clearly the better one. */
    Optional<Warning> warning() {
        return weight < CLEARLY_BETTER
                ? Optional.empty()
                : Optional.of(new Warning(
                        "gr-form",
                        "Growth rate inhibition: a logistic curve of cell number describes these wells better than one of"
                                + " growth rate (Akaike weight above 0.95). gr50 and grInf are those of the curve of growth"
                                + " rate; their intervals reach to the average of both forms."));
    }
}
