package org.kindlin.assays.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Keywords of a data set with their values, in the order of the file. Names are compared without regard to case, as the
 * standard has it, and kept in upper case.
 */
public final class Keywords {
    private final Map<String, String> values;

    Keywords(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Keywords from a map of names to values. */
    public static Keywords of(Map<String, String> values) {
        Map<String, String> upper = new LinkedHashMap<>();
        values.forEach((name, value) -> upper.put(name.toUpperCase(Locale.ROOT), value));
        return new Keywords(upper);
    }

    public Map<String, String> asMap() {
        return values;
    }

    /** The value without white space around it; empty where the keyword is absent or its value blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name.toUpperCase(Locale.ROOT)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A keyword of one parameter: {@code of(3, "N")} is {@code $P3N}. */
    public Optional<String> ofParameter(int number, String suffix) {
        return find("$P" + number + suffix);
    }

    /** A whole number; empty where the keyword is absent or no such number. */
    public OptionalLong whole(String name) {
        return find(name).map(Keywords::whole0).orElse(OptionalLong.empty());
    }

    /** A finite number; empty where the keyword is absent or no such number. */
    public OptionalDouble number(String name) {
        return find(name).map(Keywords::parse).orElse(OptionalDouble.empty());
    }

    private static OptionalLong whole0(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            OptionalDouble number = parse(text);
            boolean isWhole = number.isPresent()
                    && number.getAsDouble() == Math.rint(number.getAsDouble())
                    && Math.abs(number.getAsDouble()) < 1e15;
            return isWhole ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
        }
    }

    static OptionalDouble parse(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** These keywords, and of the others those that are not here. */
    Keywords and(Keywords others) {
        Map<String, String> all = new LinkedHashMap<>(values);
        others.values.forEach(all::putIfAbsent);
        return new Keywords(all);
    }
}
