package org.kindlin.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Named conditions of two positive numbers each, as a setting states them: {@code vehicle=0.6|20, defactinib=0.35|14}. */
public final class ConditionList {
    private ConditionList() {}

    /** Makes a condition. */
    @FunctionalInterface
    public interface Maker<C> {
        C make(String name, double first, double second);
    }

    /**
     * Reads the conditions; empty where a part does not fit.
     *
     * @param below what both numbers lie below
     */
    public static <C> Optional<List<C>> parse(String text, double below, Maker<C> maker) {
        List<C> conditions = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.strip().split("=", -1);
            String[] numbers = sides.length == 2 ? sides[1].split("\\|", -1) : new String[0];
            if (numbers.length != 2 || sides[0].isBlank()) {
                return Optional.empty();
            }
            try {
                double first = Double.parseDouble(numbers[0]);
                double second = Double.parseDouble(numbers[1]);
                if (!(first > 0 && second > 0 && first < below && second < below)) {
                    return Optional.empty();
                }
                conditions.add(maker.make(sides[0].strip(), first, second));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(conditions);
    }
}
