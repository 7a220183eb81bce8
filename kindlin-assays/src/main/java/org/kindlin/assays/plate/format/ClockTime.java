package org.kindlin.assays.plate.format;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads elapsed times: {@code 1.02:03:04} (days first), {@code 0:02:30}, {@code 2:30} (minutes and seconds), {@code 0:00.210}. */
public final class ClockTime {
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,4})[. ])?(?:(\\d{1,5}):)?(\\d{1,5}):(\\d{1,2}(?:[.,]\\d{1,6})?)");

    private ClockTime() {}

    /** The seconds; empty where the text is no elapsed time. */
    public static OptionalDouble seconds(String text) {
        Matcher matcher = CLOCK.matcher(text.strip());
        if (text.length() > 32 || !matcher.matches() || (matcher.group(1) != null && matcher.group(2) == null)) {
            return OptionalDouble.empty();
        }
        double seconds = Double.parseDouble(matcher.group(4).replace(',', '.'));
        return OptionalDouble.of(86_400 * whole(matcher.group(1))
                + 3600 * whole(matcher.group(2))
                + 60 * whole(matcher.group(3))
                + seconds);
    }

    private static double whole(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
