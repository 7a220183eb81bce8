package org.kindlin.assays.elisa;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;

/**
 * Whether a compound's effect can be told from the loss of cells.
 *
 * @param toxic lowest dose whose cells are shown to be fewer than the limit (its whole interval lies below); empty for none
 * @param suspect lowest dose whose cells are fewer than the limit by their mean; empty for none
 * @param fewest cells at the dose that left fewest, in percent of vehicle
 */
record CellLoss(OptionalDouble toxic, OptionalDouble suspect, OptionalDouble fewest) {

    static CellLoss of(List<DoseEffect> effects, double limitPercent) {
        double limit = limitPercent / 100;
        List<DoseEffect> ordered = effects.stream()
                .filter(effect -> effect.cells().isPresent())
                .sorted(Comparator.comparingDouble(DoseEffect::nanomolar))
                .toList();
        return new CellLoss(
                ordered.stream()
                        .filter(effect -> effect.cells().orElseThrow().high() < limit)
                        .mapToDouble(DoseEffect::nanomolar)
                        .findFirst(),
                ordered.stream()
                        .filter(effect -> effect.cells().orElseThrow().value() < limit)
                        .mapToDouble(DoseEffect::nanomolar)
                        .findFirst(),
                ordered.stream()
                        .mapToDouble(
                                effect -> 100 * effect.cells().orElseThrow().value())
                        .min());
    }

    /** What is to be said of the effect; empty without a stain, or where no cells are lost. */
    Optional<Warning> warning(Estimate ic50, String compound, ElisaProtocol protocol) {
        String limit = Prose.number(protocol.toxicityLimit()) + " % of vehicle";
        if (toxic.isPresent()) {
            Double value = ic50.value();
            boolean below = value != null
                    && ic50.relation() != Relation.ABOVE
                    && (ic50.high() == null ? Double.POSITIVE_INFINITY : ic50.high()) < toxic.getAsDouble();
            String from = "From " + Prose.number(toxic.getAsDouble()) + " nM " + compound + " leaves fewer cells than "
                    + limit + " (down to " + Prose.number(fewest.orElseThrow()) + " %)";
            return Optional.of(
                    below
                            ? new Warning(
                                    "toxic-doses", from + "; the IC50 lies below those doses with its whole interval.")
                            : new Warning(
                                    "toxicity-not-separated",
                                    from + ", and the IC50 is not shown to lie below: less "
                                            + protocol.antigen() + " may mean dead or selected cells rather than less"
                                            + " activation."));
        }
        return suspect.isPresent()
                ? Optional.of(new Warning(
                        "toxicity-suspected",
                        "At " + Prose.number(suspect.getAsDouble()) + " nM " + compound + " the mean stain is below "
                                + limit + ", though its interval does not show it."))
                : Optional.empty();
    }
}
