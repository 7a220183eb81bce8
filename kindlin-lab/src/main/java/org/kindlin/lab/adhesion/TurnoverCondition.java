package org.kindlin.lab.adhesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How adhesions of one condition come and go.
 *
 * @param assembly per minute
 * @param disassembly per minute
 */
record TurnoverCondition(String name, double assembly, double disassembly) {

    /** Reads {@code vehicle=0.15|0.12, defactinib=0.15|0.05}; empty where a part does not fit. */
    static Optional<List<TurnoverCondition>> parse(String text) {
        List<TurnoverCondition> conditions = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.strip().split("=", -1);
            String[] numbers = sides.length == 2 ? sides[1].split("\\|", -1) : new String[0];
            if (numbers.length != 2 || sides[0].isBlank()) {
                return Optional.empty();
            }
            try {
                double assembly = Double.parseDouble(numbers[0]);
                double disassembly = Double.parseDouble(numbers[1]);
                if (!(assembly > 0 && disassembly > 0 && assembly < 100 && disassembly < 100)) {
                    return Optional.empty();
                }
                conditions.add(new TurnoverCondition(sides[0].strip(), assembly, disassembly));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(conditions);
    }
}
