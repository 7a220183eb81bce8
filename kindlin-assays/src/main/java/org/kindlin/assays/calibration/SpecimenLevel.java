package org.kindlin.assays.calibration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.calibration.BackCalculation;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * A specimen at one dilution, with one amount added.
 *
 * @param wells its replicate readings
 * @param reading what the mean of the readings says of the concentration in the well; empty without a curve
 * @param relation whether that is within the quantification range; empty without a range
 */
public record SpecimenLevel(
        double dilution,
        double added,
        List<SpecimenWell> wells,
        Optional<BackCalculation> reading,
        Optional<Relation> relation) {

    public SpecimenLevel {
        wells = List.copyOf(wells);
    }

    static SpecimenLevel of(List<SpecimenWell> wells, PlateCalibration plate) {
        double response = Descriptive.mean(
                        wells.stream().mapToDouble(SpecimenWell::signal).toArray())
                - plate.blank();
        Optional<BackCalculation> reading = plate.prediction()
                .map(prediction -> prediction.of(response, wells.size()))
                .or(() -> withoutInterval(response, wells.size(), plate));
        return new SpecimenLevel(
                wells.getFirst().dilution(),
                wells.getFirst().added(),
                wells,
                reading,
                reading.flatMap(found -> relation(found, plate)));
    }

    /** Where standards leave no degree of freedom there is a concentration and nothing to judge it by. */
    private static Optional<BackCalculation> withoutInterval(double response, int replicates, PlateCalibration plate) {
        return plate.fit()
                .map(fit -> new BackCalculation(
                        response,
                        replicates,
                        fit.curve().concentration(response),
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        OptionalDouble.empty(),
                        OptionalDouble.empty()));
    }

    private static Optional<Relation> relation(BackCalculation reading, PlateCalibration plate) {
        return plate.range().map(range -> {
            if (reading.concentration().isPresent()) {
                return range.relation(reading.concentration().getAsDouble());
            }
            // The curve never has this response: it lies beyond the end of the curve that it is nearer to.
            var fit = plate.fit().orElseThrow();
            double low = fit.curve().response(0);
            double high = fit.curve().response(fit.data().highest());
            boolean above = Math.abs(reading.response() - high) < Math.abs(reading.response() - low);
            return above ? Relation.ABOVE : Relation.BELOW;
        });
    }

    public boolean isInRange() {
        return relation.filter(found -> found == Relation.EQUAL).isPresent()
                && reading.flatMap(found -> asOptional(found.concentration())).isPresent();
    }

    /** The concentration of the undiluted specimen, whatever the range; empty where the curve never has the response. */
    public OptionalDouble undiluted() {
        OptionalDouble found = reading.map(BackCalculation::concentration).orElse(OptionalDouble.empty());
        return found.isPresent() ? OptionalDouble.of(found.getAsDouble() * dilution) : found;
    }

    private static Optional<Double> asOptional(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
