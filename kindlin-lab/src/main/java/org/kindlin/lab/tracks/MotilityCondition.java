package org.kindlin.lab.tracks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How cells of one condition move.
 *
 * @param speed root mean square over cells, um/min
 * @param persistence in min
 */
record MotilityCondition(String name, double speed, double persistence) {

    /** Reads {@code vehicle=0.6|20, defactinib=0.35|14}; empty where a part does not fit. */
    static Optional<List<MotilityCondition>> parse(String text) {
        List<MotilityCondition> conditions = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.strip().split("=", -1);
            String[] numbers = sides.length == 2 ? sides[1].split("\\|", -1) : new String[0];
            if (numbers.length != 2 || sides[0].isBlank()) {
                return Optional.empty();
            }
            try {
                double speed = Double.parseDouble(numbers[0]);
                double persistence = Double.parseDouble(numbers[1]);
                if (!(speed > 0 && persistence > 0 && speed < 1e6 && persistence < 1e6)) {
                    return Optional.empty();
                }
                conditions.add(new MotilityCondition(sides[0].strip(), speed, persistence));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(conditions);
    }
}
