package org.kindlin.assays.doseresponse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Value;

/** The levels of effect whose doses are asked for, as fractions of full effect. */
final class EffectLevels {
    private static final double MOST = 99.9;
    private static final double LEAST = 0.1;

    private EffectLevels() {}

    /** The key, in percent. */
    static Key<List<Double>> key(String name) {
        return new Key<>(
                name,
                "percentages between 0.1 and 99.9, separated by commas",
                "",
                null,
                "effects whose doses are wanted: 10,50,90 gives ec10, ec50, ec90 and, where control is known, the same"
                        + " counted from control (ec10-absolute, ...)",
                EffectLevels::parse,
                levels -> new Value.Text(String.join(
                        ", ", levels.stream().map(EffectLevels::percent).toList())));
    }

    /** The name of the estimate at a level: ec10. */
    static String name(double level) {
        return "ec" + percent(level);
    }

    private static String percent(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static Optional<List<Double>> parse(String text) {
        TreeSet<BigDecimal> levels = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            try {
                levels.add(new BigDecimal(part.strip()).stripTrailingZeros());
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        List<Double> fractions = new ArrayList<>();
        for (BigDecimal level : levels) {
            if (!(level.doubleValue() >= LEAST && level.doubleValue() <= MOST) || level.scale() > 6) {
                return Optional.empty();
            }
            fractions.add(level.movePointLeft(2).doubleValue());
        }
        return Optional.of(List.copyOf(fractions));
    }
}
