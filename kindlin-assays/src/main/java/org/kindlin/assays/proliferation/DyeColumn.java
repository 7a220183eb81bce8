package org.kindlin.assays.proliferation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kindlin.assays.proliferation.ProliferationProtocol.IntensityScale;
import org.kindlin.fault.Faults;

/** Finds the column of the dye and makes linear intensities of it. */
final class DyeColumn {
    /** Names that dyes for dilution have in files, the most telling first. */
    private static final List<Pattern> DYES = List.of(
            Pattern.compile("(?i).*(cfse|cfda|celltrace|\\bctv|\\bcty|\\bctfr|\\bcpd|\\bvpd).*"),
            Pattern.compile("(?i).*(ctv|cpd|vpd|cell ?proliferation|dye).*"),
            Pattern.compile("(?i).*(fitc|ef(luor)? ?[46]50|ef(luor)? ?670).*"));

    private DyeColumn() {}

    /** The name of the column; empty where faults were added. */
    static Optional<String> find(EventTable events, Optional<String> stated, Faults faults) {
        List<String> names = List.copyOf(events.numbers().keySet());
        if (stated.isPresent()) {
            return required(events, stated.get(), faults);
        }
        for (Pattern dye : DYES) {
            Optional<String> found =
                    names.stream().filter(name -> dye.matcher(name).matches()).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        if (names.size() == 1) {
            return Optional.of(names.getFirst());
        }
        faults.add(
                events.file(), "channels", "none is named after a dye", "state channel=...; there are: " + list(names));
        return Optional.empty();
    }

    /** The column of this name, upper and lower case alike. */
    static Optional<String> required(EventTable events, String stated, Faults faults) {
        List<String> names = List.copyOf(events.numbers().keySet());
        Optional<String> found =
                names.stream().filter(name -> isNamed(name, stated)).findFirst();
        if (found.isEmpty()) {
            faults.add(events.file(), "channels", "there is no '" + stated + "'", "there are: " + list(names));
        }
        return found;
    }

    /** Channels of cytometers are listed as "FITC-A CFSE": either name will do, or both. */
    private static boolean isNamed(String name, String stated) {
        String wanted = stated.strip();
        return name.equalsIgnoreCase(wanted)
                || name.toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT) + " ")
                || name.toLowerCase(Locale.ROOT).endsWith(" " + wanted.toLowerCase(Locale.ROOT));
    }

    /** Linear intensities of a column. */
    static double[] linear(EventTable events, String column, IntensityScale scale, Faults faults) {
        double[] numbers = events.column(column);
        boolean isLog = scale == IntensityScale.LOG10
                || (scale == IntensityScale.AUTO
                        && column.toLowerCase(Locale.ROOT).contains("log10"));
        if (!isLog) {
            return numbers;
        }
        double[] linear = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            linear[i] = StrictMath.pow(10, numbers[i]);
            if (!Double.isFinite(linear[i])) {
                faults.add(
                        events.file(),
                        "column " + column,
                        numbers[i] + " is no logarithm of an intensity",
                        "state scale=linear where the column holds intensities");
                return new double[0];
            }
        }
        return linear;
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "no column of numbers" : String.join(", ", names);
    }
}
