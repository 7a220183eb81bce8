package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps from the stock to the liquids that go onto the plate: the same for every assay of compounds in wells. */
public final class SeriesSteps {
    private SeriesSteps() {}

    public static List<Step> of(CompoundPlates plates) {
        List<Step> steps = new ArrayList<>();
        steps.add(series(plates));
        if (!plates.request().isDirect()) {
            steps.add(intermediate(plates));
        }
        return steps;
    }

    private static Step series(CompoundPlates plates) {
        Dilution dilution = plates.dilution();
        List<Dilution.Dose> doses = dilution.series().getFirst().doses();
        List<String> actions = new ArrayList<>();
        actions.add("Thaw stocks fully, mix, spin down; check for precipitate.");
        actions.add("Dilute in DMSO first, never straight into aqueous buffer: compounds may precipitate.");
        actions.add("Top of each series as in Table 'Dilutions'; mix 10 times.");
        Optional<Mixture> step =
                doses.size() < 2 ? Optional.empty() : Optional.of(doses.get(1).made());
        step.ifPresent(made -> actions.add("Put " + made.diluent() + " DMSO into doses 2 to " + doses.size()
                + "; carry " + made.source() + " from dose to dose, a fresh tip and 10 strokes of mixing each time."));
        int minutes = 10 + 10 * dilution.series().size() * Math.ceilDiv(doses.size(), 10);
        return new Step("Dilution series in DMSO", false, actions, minutes, 0, "room temperature");
    }

    private static Step intermediate(CompoundPlates plates) {
        Dilution dilution = plates.dilution();
        Mixture mixture = dilution.series().getFirst().doses().getFirst().intermediate();
        String diluent = plates.request().diluent();
        return Step.once(
                "DMSO into " + diluent,
                10 + 5 * dilution.series().size(),
                0,
                "room temperature",
                "Put " + mixture.diluent() + " " + diluent + " into each dose well of the buffer plate.",
                "Add " + mixture.source() + " of each DMSO dose, mix at once: now " + Percent.of(1 / mixture.factor())
                        + " DMSO.",
                "Vehicle wells ("
                        + String.join(
                                ", ",
                                dilution.vehicle().stream().map(Place::toString).toList())
                        + "): the same with plain DMSO, volumes as in Table 'Dilutions'.",
                "Use within 30 min [A].");
    }
}
