package org.kindlin.lab.export;

import java.util.Locale;
import org.kindlin.assays.text.CsvText;

/** Elapsed times as software writes them. */
final class Clock {
    private Clock() {}

    /** {@code 00:01:30}; parts of a second behind a point. */
    static String hours(double seconds) {
        long whole = (long) Math.floor(seconds);
        String clock = String.format(Locale.ROOT, "%02d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
        double rest = Math.rint((seconds - whole) * 1e6) / 1e6;
        return rest == 0 ? clock : clock + CsvText.number(rest).substring(1);
    }
}
