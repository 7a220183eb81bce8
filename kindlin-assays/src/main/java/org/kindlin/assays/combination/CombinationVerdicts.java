package org.kindlin.assays.combination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.result.Prose;
import org.kindlin.numerics.combination.NullModel;
import org.kindlin.numerics.combination.Synergy;

/** The answer in sentences: synergy, antagonism or neither, on a named null model, by interval and not by point. */
final class CombinationVerdicts {
    private CombinationVerdicts() {}

    static List<String> of(MatrixResult matrix, CombinationProtocol protocol) {
        String agents = protocol.first() + " with " + protocol.second()
                + (matrix.subject().isEmpty()
                        ? ""
                        : " (" + String.join(", ", matrix.subject().values()) + ")");
        if (matrix.synergies().isEmpty()) {
            return List.of("Whether " + agents + " interact cannot be told: no dose pair was measured twice.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(verdict(agents, matrix.synergy(protocol.judged()), protocol));
        String others = others(matrix, protocol);
        if (!others.isEmpty()) {
            sentences.add(others);
        }
        return sentences;
    }

    private static String verdict(String agents, Synergy synergy, CombinationProtocol protocol) {
        Synergy.Interval mean = synergy.mean();
        long beyond = synergy.beyondChance().size();
        return agents + ": " + word(mean) + " on " + nullModel(synergy.model()) + ", mean excess "
                + points(mean, protocol)
                + " over " + synergy.cells().size() + " dose pairs; " + beyond
                + (beyond == 1 ? " pair departs" : " pairs depart")
                + " more than the largest of so many would by chance.";
    }

    /** What the other null models say, where any disagrees. */
    private static String others(MatrixResult matrix, CombinationProtocol protocol) {
        String said = word(matrix.synergy(protocol.judged()).mean());
        List<String> differing = matrix.synergies().stream()
                .filter(synergy -> synergy.model() != protocol.judged())
                .filter(synergy -> !word(synergy.mean()).equals(said))
                .map(synergy -> word(synergy.mean()) + " on " + nullModel(synergy.model()) + " ("
                        + points(synergy.mean(), protocol) + ")")
                .toList();
        return differing.isEmpty() ? "" : "The verdict depends on the null model: " + Prose.list(differing) + ".";
    }

    private static String word(Synergy.Interval mean) {
        if (mean.low() > 0) {
            return "synergy";
        }
        return mean.high() < 0 ? "antagonism" : "no interaction shown";
    }

    static String nullModel(NullModel model) {
        return switch (model) {
            case HSA -> "the highest single agent";
            case BLISS -> "Bliss independence";
            case LOEWE -> "Loewe additivity";
            case ZIP -> "zero interaction potency";
        };
    }

    private static String points(Synergy.Interval mean, CombinationProtocol protocol) {
        return String.format(
                Locale.ROOT,
                "%.1f percentage points (%s %% interval %.1f to %.1f)",
                100 * mean.value(),
                Prose.number(100 * protocol.level()),
                100 * mean.low(),
                100 * mean.high());
    }
}
