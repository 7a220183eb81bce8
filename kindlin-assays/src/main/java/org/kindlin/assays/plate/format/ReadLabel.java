package org.kindlin.assays.plate.format;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Wavelengths;

/** What the label of a read says about it: detection, wavelengths, time. */
public final class ReadLabel {
    private static final String WAVELENGTH =
            "(?:[A-Z]{1,2}\\s?[:-]\\s?)?(\\d{3,4}(?:\\.\\d+)?)(?:-\\d{1,3})?(?:\\s?nm)?";
    private static final Pattern WAVELENGTHS =
            Pattern.compile("\\(\\s*" + WAVELENGTH + "(?:\\s*[/ ,]\\s*" + WAVELENGTH + ")?(?:\\s+\\d{1,2})?\\s*\\)");
    private static final Pattern TIME = Pattern.compile(
            "(?:(\\d+(?:[.,]\\d+)?)\\s*h)?\\s*(?:(\\d+(?:[.,]\\d+)?)\\s*min)?\\s*(?:(\\d+(?:[.,]\\d+)?)\\s*s)?");

    private static final Pattern ALPHA = Pattern.compile("\\balpha\\b");
    private static final Pattern DENSITY = Pattern.compile("od|abs|(?:od|a)\\d{3}.*");
    private static final Pattern BARE = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,6})?");

    private ReadLabel() {}

    /** Whether a title stands above numbers as measured; MARS titles what it calculated by how it did so. */
    public static boolean isRawData(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return lower.startsWith("raw data") || lower.startsWith("rohdaten");
    }

    /** The wavelengths in {@code Raw Data (580/620)}, {@code (482-16/525-20)}, {@code (450 1)}. */
    public static Wavelengths wavelengths(String label) {
        Matcher matcher = WAVELENGTHS.matcher(label);
        if (!matcher.find()) {
            return Wavelengths.NOT_STATED;
        }
        Double first = Double.valueOf(matcher.group(1));
        String second = matcher.group(2);
        return second == null ? new Wavelengths(null, first) : new Wavelengths(first, Double.valueOf(second));
    }

    /** The mode that the words of a label name. */
    public static DetectionMode mode(String label) {
        String words = label.toLowerCase(Locale.ROOT);
        if (words.contains("alphascreen")
                || words.contains("alphalisa")
                || ALPHA.matcher(words).find()) {
            return DetectionMode.ALPHA;
        }
        if (words.contains("polari")) {
            return DetectionMode.FLUORESCENCE_POLARIZATION;
        }
        if (words.contains("time resolved")
                || words.contains("time-resolved")
                || words.contains("htrf")
                || words.contains("lance")
                || words.contains("trf")) {
            return DetectionMode.TIME_RESOLVED_FLUORESCENCE;
        }
        if (words.contains("lumi") || words.contains("us lum") || words.contains("uslum") || words.equals("rlu")) {
            return DetectionMode.LUMINESCENCE;
        }
        if (words.contains("fluor") || words.equals("rfu")) {
            return DetectionMode.FLUORESCENCE;
        }
        boolean absorbance = words.contains("absorb")
                || words.contains("absorption")
                || words.contains("optical density")
                || DENSITY.matcher(words).matches();
        return absorbance ? DetectionMode.ABSORBANCE : DetectionMode.UNKNOWN;
    }

    /** The seconds in {@code 0 h 15 min}, {@code 30 s}; a bare number takes the unit given in seconds. */
    public static OptionalDouble seconds(String time, @Nullable Double bareUnit) {
        String text = time.strip();
        if (text.length() > 40) {
            return OptionalDouble.empty();
        }
        if (bareUnit != null && BARE.matcher(text).matches()) {
            return OptionalDouble.of(number(text) * bareUnit);
        }
        Matcher matcher = TIME.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                3600 * number(matcher.group(1)) + 60 * number(matcher.group(2)) + number(matcher.group(3)));
    }

    private static double number(@Nullable String text) {
        return text == null ? 0 : Double.parseDouble(text.replace(',', '.'));
    }
}
