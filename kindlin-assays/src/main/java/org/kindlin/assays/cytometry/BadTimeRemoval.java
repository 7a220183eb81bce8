package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.automatic.GateDraft;
import org.kindlin.assays.event.automatic.GoodTime;
import org.kindlin.assays.event.automatic.ModelledGate;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.event.quality.TimeStretch;
import org.kindlin.assays.result.Exclusion;

/** Removal of odd stretches of time, as gates: what is removed can be seen, edited and run again. */
final class BadTimeRemoval {
    private static final String MODEL =
            "events outside stretches of time with an odd flow rate (five robust standard deviations of a hundredth of the"
                    + " time) or a shifted channel (six robust standard deviations of runs of events, and a tenth of the"
                    + " interquartile range)";

    private BadTimeRemoval() {}

    /** The sample with its bad stretches gated out; as it is where there are none, or where its gates do that already. */
    static Sample of(Sample sample) {
        List<TimeStretch> bad =
                sample.quality().map(quality -> quality.badTimes()).orElse(List.of());
        Optional<String> time = sample.set().parameters().stream()
                .filter(FcsParameter::isTime)
                .map(FcsParameter::name)
                .findFirst();
        if (bad.isEmpty() || time.isEmpty() || sample.hasGate(GoodTime.GATE)) {
            return sample;
        }
        GatingDocument document = GoodTime.within(sample.gating().document(), time.get(), bad);
        Gate good = document.gates().stream()
                .filter(gate -> gate.id().equals(GoodTime.GATE))
                .findFirst()
                .orElseThrow();
        GateDraft draft = new GateDraft(sample.set(), sample.spillover(), document, Optional.of(GoodTime.GATE));
        return sample.with(draft, List.of(new ModelledGate(good, MODEL, Optional.empty())), List.of());
    }

    /** What was removed from which file, and why. */
    static List<Exclusion> exclusions(List<GatedSample> samples) {
        List<Exclusion> exclusions = new ArrayList<>();
        for (GatedSample gated : samples) {
            Sample sample = gated.sample();
            if (sample.drawn().stream().anyMatch(drawn -> drawn.gate().id().equals(GoodTime.GATE))) {
                List<TimeStretch> bad = sample.quality().orElseThrow().badTimes();
                for (int i = 0; i < bad.size(); i++) {
                    exclusions.add(new Exclusion(
                            sample.path(),
                            EventQuality.place(bad.get(i)),
                            bad.get(i).reason() + ": " + events(gated.populations(), i + 1) + " events"));
                }
            }
        }
        return exclusions;
    }

    private static int events(Map<String, Population> populations, int number) {
        Population population = populations.get("bad time " + number);
        return population == null ? 0 : population.members().count();
    }
}
