package org.kindlin.assays.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One measured value behind a result, as an export lists it: a well of a plate, a row of a table.
 *
 * @param file path of the file it came from
 * @param plate name of the plate; empty where there is none
 * @param place where in the file: {@code well B07}, {@code line 12}
 * @param subject what it is a value of, under the names that results use: {@code compound=defactinib, target=FAK}
 * @param role what it was measured for: {@code sample}, {@code vehicle}, {@code standard}
 * @param dose what was given, on a linear scale; no number where none is stated
 * @param signal what the instrument read; no number where it read none
 * @param response what the analysis made of the signal; no number where it makes none
 * @param exclusion why it was left out; empty where it was used
 */
public record DataPoint(
        String file,
        String plate,
        String place,
        Map<String, String> subject,
        String role,
        Amount dose,
        Amount signal,
        Amount response,
        String exclusion) {

    /**
     * A number, where there is one, with the unit it would have.
     *
     * @param number finite, or null where there is none
     * @param unit symbol; empty for none
     */
    public record Amount(@Nullable Double number, String unit) {
        public Amount {
            if (number != null && !Double.isFinite(number)) {
                throw new IllegalArgumentException(number + " is no value; use null");
            }
        }

        public static Amount of(double number, String unit) {
            return new Amount(number, unit);
        }

        /** No number. */
        public static Amount none(String unit) {
            return new Amount(null, unit);
        }

        /** The number, where there is one and it is finite. */
        public static Amount of(OptionalDouble number, String unit) {
            return number.isPresent() ? finite(number.getAsDouble(), unit) : none(unit);
        }

        /** The number, where it is one: what overflows is no value. */
        public static Amount finite(double number, String unit) {
            return Double.isFinite(number) ? of(number, unit) : none(unit);
        }
    }

    public DataPoint {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
    }

    public boolean excluded() {
        return !exclusion.isEmpty();
    }
}
