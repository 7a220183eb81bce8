package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.automatic.AutomaticStep;
import org.kindlin.assays.event.automatic.GoodTime;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.protocol.Key;

/** Which cells of a file are scored, and how their channels are compensated. */
final class ScoredPopulation {
    private static final String MACROPHAGES = "macrophages";

    private ScoredPopulation() {}

    /** The stated gate; else {@code macrophages}; else the innermost gate of the automatic kinds; empty for all events. */
    static Optional<String> of(Sample sample, PolarisationProtocol how) {
        if (!how.population().isEmpty()) {
            return Optional.of(how.population()).filter(sample::hasGate);
        }
        if (sample.hasGate(MACROPHAGES)) {
            return Optional.of(MACROPHAGES);
        }
        List<String> usual =
                List.of(AutomaticStep.values()).stream().map(Key::spelling).toList();
        return sample.gating().gates().stream()
                .map(Gate::id)
                .filter(id -> usual.contains(id) || id.equals(GoodTime.GATE))
                .reduce((_, later) -> later);
    }

    /** Whether a gate is stated that the file does not have. */
    static boolean isMissing(Sample sample, PolarisationProtocol how) {
        return !how.population().isEmpty() && !sample.hasGate(how.population());
    }

    /** The first matrix of the file's gates, else the matrix of the file. */
    static String compensation(Sample sample) {
        if (!sample.gating().compensations().isEmpty()) {
            return sample.gating().compensations().getFirst().id();
        }
        return sample.spillover().isPresent() ? Dimension.AS_IN_FILE : Dimension.UNCOMPENSATED;
    }
}
