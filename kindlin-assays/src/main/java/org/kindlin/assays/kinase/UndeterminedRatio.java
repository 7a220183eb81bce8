package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.assay.Potency;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;

/** Why a potency ratio leaves open whether a compound is dual or selective, in words that end a sentence. */
final class UndeterminedRatio {
    /** What the Ki at the assay's ATP is called in a sentence. */
    static final String APPARENT = "apparent Ki";

    private UndeterminedRatio() {}

    /**
     * The reason.
     *
     * @param quantity what is compared, IC50, Ki or {@link #APPARENT}
     * @param fold the ratio within which a compound is dual
     */
    static String reason(
            Estimate ratio, CompoundPotency reference, CompoundPotency other, String quantity, double fold) {
        if (ratio.value() == null) {
            return "cannot be judged: its " + quantity + " is " + state(reference, quantity) + " and "
                    + state(other, quantity);
        }
        String of = quantity + " on " + other.subject().targetLabel() + " over " + quantity + " on "
                + reference.subject().targetLabel() + " is " + Prose.estimate(ratio);
        return "is undetermined: " + of + ", which may lie on either side of " + limits(ratio, fold);
    }

    private static String state(CompoundPotency potency, String quantity) {
        Estimate ic50 = potency.ic50();
        Estimate estimate = switch (quantity) {
            case "Ki" -> potency.ki().orElse(ic50);
            case APPARENT -> potency.result().estimate("ki-app").orElse(ic50);
            default -> ic50;
        };
        return Prose.estimate(estimate) + " on " + potency.subject().targetLabel();
    }

    private static String limits(Estimate ratio, double fold) {
        Potency interval = Potency.of(ratio);
        List<String> crossed = new ArrayList<>();
        if (interval.low() < 1 / fold && interval.high() >= 1 / fold) {
            crossed.add("1/" + Prose.number(fold));
        }
        if (interval.low() <= fold && interval.high() > fold) {
            crossed.add(Prose.number(fold));
        }
        return Prose.list(crossed);
    }
}
