package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.event.automatic.AutomaticStep;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Value;

/**
 * Which gates are drawn where none are given.
 *
 * @param steps from the outside in; empty for none
 */
public record AutomaticChoice(List<AutomaticStep> steps) {
    private static final AutomaticChoice NONE = new AutomaticChoice(List.of());
    private static final AutomaticChoice USUAL =
            new AutomaticChoice(List.of(AutomaticStep.CELLS, AutomaticStep.SINGLETS, AutomaticStep.LIVE));

    public AutomaticChoice {
        steps = List.copyOf(steps);
    }

    /** {@code yes} for cells, singlets and live cells, {@code no}, or a list of steps; empty where the text is none of these. */
    static Optional<AutomaticChoice> parse(String text) {
        Optional<Boolean> flag = Key.flag("automatic", false, "").parser().apply(text);
        if (flag.isPresent()) {
            return Optional.of(flag.get() ? USUAL : NONE);
        }
        List<String> names = NameList.of(text.toLowerCase(Locale.ROOT));
        List<AutomaticStep> steps = new ArrayList<>();
        for (AutomaticStep step : AutomaticStep.values()) {
            if (names.contains(Key.spelling(step))) {
                steps.add(step);
            }
        }
        return steps.isEmpty() || steps.size() < names.size()
                ? Optional.empty()
                : Optional.of(new AutomaticChoice(steps));
    }

    /** As it is kept in the record of an analysis. */
    Value value() {
        if (steps.isEmpty() || equals(USUAL)) {
            return new Value.Flag(!steps.isEmpty());
        }
        return new Value.Text(
                String.join(", ", steps.stream().map(Key::spelling).toList()));
    }
}
