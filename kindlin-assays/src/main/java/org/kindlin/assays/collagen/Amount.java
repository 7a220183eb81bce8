package org.kindlin.assays.collagen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindlin.assays.calibration.SpecimenConcentration;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.uncertainty.Measured;

/** How much of the analyte there is: measured, on one side of a limit, or not known. */
sealed interface Amount {

    record Known(Measured measured) implements Amount {}

    /**
     * @param limit what the amount is below or above
     */
    record Beyond(Relation relation, double limit) implements Amount {}

    record Unknown() implements Amount {}

    /** What a specimen's readings say. */
    static Amount of(SpecimenConcentration specimen) {
        if (specimen.measured().isPresent()) {
            return new Known(specimen.measured().get());
        }
        boolean censored =
                specimen.relation().filter(found -> found != Relation.EQUAL).isPresent()
                        && Double.isFinite(specimen.limit());
        return censored ? new Beyond(specimen.relation().orElseThrow(), specimen.limit()) : new Unknown();
    }

    default Amount times(double factor) {
        return switch (this) {
            case Known(Measured measured) -> new Known(measured.times(factor));
            case Beyond(Relation relation, double limit) -> new Beyond(relation, limit * factor);
            case Unknown unknown -> unknown;
        };
    }

    /** This less a background; what lay below a limit still does, and what lay above it does by so much less. */
    default Amount minus(Measured background, double level) {
        return switch (this) {
            case Known(Measured measured) -> new Known(measured.minus(background, level));
            case Beyond(Relation relation, double limit) ->
                new Beyond(relation, relation == Relation.ABOVE ? limit - background.value() : limit);
            case Unknown unknown -> unknown;
        };
    }

    /** The sum; censored where a part is, unknown where parts are censored on both sides or one is unknown. */
    static Amount sum(List<Amount> parts, double level) {
        List<Measured> known = parts.stream()
                .flatMap(part -> part instanceof Known(Measured measured) ? Stream.of(measured) : null)
                .toList();
        if (known.size() == parts.size()) {
            return new Known(Measured.sum(known, level));
        }
        List<Beyond> beyond = parts.stream()
                .flatMap(part -> part instanceof Beyond limit ? Stream.of(limit) : null)
                .toList();
        boolean oneSide = beyond.stream().map(Beyond::relation).distinct().count() == 1;
        if (!oneSide || known.size() + beyond.size() < parts.size()) {
            return new Unknown();
        }
        double limit = beyond.stream().mapToDouble(Beyond::limit).sum()
                + known.stream().mapToDouble(Measured::value).sum();
        return new Beyond(beyond.getFirst().relation(), limit);
    }

    default Optional<Measured> known() {
        return this instanceof Known(Measured measured) ? Optional.of(measured) : Optional.empty();
    }

    /** The amount as an estimate; null where unknown, which the caller explains. */
    default Estimate estimate(String name, String unit, double level, String method) {
        return switch (this) {
            case Known(Measured measured) -> measured.estimate(name, unit, level, method);
            case Beyond(Relation relation, double limit) ->
                new Estimate(
                        name,
                        limit,
                        unit,
                        relation,
                        relation == Relation.ABOVE ? limit : null,
                        relation == Relation.BELOW ? limit : null,
                        level,
                        null,
                        "beyond the quantification range");
            case Unknown _ -> Estimate.notEstimable(name, unit, level, method);
        };
    }
}
