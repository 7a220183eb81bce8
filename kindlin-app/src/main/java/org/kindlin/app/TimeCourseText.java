package org.kindlin.app;

import java.util.Locale;
import org.kindlin.mechanism.simulate.TimeCourse;

/** A time course as text. */
final class TimeCourseText {
    private static final int WIDTH = 14;

    private TimeCourseText() {}

    /** Comma-separated values: time first, then the variables; numbers such that they read back as they are. */
    static String csv(TimeCourse course) {
        StringBuilder text = new StringBuilder("time");
        course.names().forEach(name -> text.append(',').append(name));
        text.append('\n');
        for (int row = 0; row < course.times().length; row++) {
            text.append(number(course.times()[row]));
            for (double value : course.values()[row]) {
                text.append(',').append(number(value));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "INF" : "-INF";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /** Aligned columns of six digits. */
    static String table(TimeCourse course) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%" + WIDTH + "s", "time"));
        for (String name : course.names()) {
            text.append(String.format(Locale.ROOT, " %" + WIDTH + "s", name));
        }
        text.append('\n');
        for (int row = 0; row < course.times().length; row++) {
            text.append(String.format(Locale.ROOT, "%" + WIDTH + ".6g", course.times()[row]));
            for (double value : course.values()[row]) {
                text.append(String.format(Locale.ROOT, " %" + WIDTH + ".6g", value));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
