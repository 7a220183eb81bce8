package org.kindlin.assays.plate.thermo;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.format.ReadLabel;

/**
 * The step of a SkanIt session whose results follow.
 *
 * @param name {@code Absorbance 1}, {@code Blank Subtraction 1}; empty where not stated
 * @param excitation in nm; null where not stated
 * @param detection in nm; null where not stated
 */
record SkanItStep(
        String name, @Nullable Double excitation, @Nullable Double detection) {
    static final SkanItStep NONE = new SkanItStep("", null, null);

    private static final Pattern NANOMETRES = Pattern.compile(
            "(Wavelength|Ex(?:citation)?|Em(?:ission)?)[^:\\d]{0,30}:? ?(\\d{3,4}(?:[.,]\\d)?)(?: ?nm)?\\b");
    private static final Pattern CALCULATION = Pattern.compile(
            ".*(?:subtract|average|curve|calculat|normali|ratio|reduc|factor|precalc|quality|statistic|outlier|concentration|equation|"
                    + "user defined|kinetic).*");
    private static final Pattern SIGNAL = Pattern.compile("abs|od|rfu|rlu|fluo|lumi|trf|counts|cps|raw|alpha|signal");

    /** Whether a line says wavelengths and nothing else of interest. */
    static boolean isWavelengths(String line) {
        return line.length() < 100
                && line.matches("(?:Wavelength|Ex|Em).*")
                && NANOMETRES.matcher(line).find();
    }

    /** The step with the wavelengths that a line says. */
    SkanItStep with(String line) {
        SkanItStep step = this;
        Matcher matcher = NANOMETRES.matcher(line);
        while (matcher.find()) {
            Double nanometres = Double.valueOf(matcher.group(2).replace(',', '.'));
            step = matcher.group(1).startsWith("Ex")
                    ? new SkanItStep(step.name, nanometres, step.detection)
                    : new SkanItStep(step.name, step.excitation, nanometres);
        }
        return step;
    }

    /** Whether results under this step and heading ({@code Abs}, {@code Blank subtracted}) are as measured. */
    boolean isRaw(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        boolean calculation = CALCULATION.matcher(name.toLowerCase(Locale.ROOT)).matches()
                || CALCULATION.matcher(lower).matches();
        boolean measured = ReadLabel.mode(name) != DetectionMode.UNKNOWN
                || SIGNAL.matcher(lower).matches();
        return measured && !calculation;
    }

    DetectionMode mode(String heading) {
        DetectionMode named = ReadLabel.mode(name);
        return named == DetectionMode.UNKNOWN ? ReadLabel.mode(heading) : named;
    }

    Wavelengths wavelengths() {
        return new Wavelengths(excitation, detection);
    }

    /** What its reads are called: the step, and where it calculates, the heading of the result. */
    String label(String heading) {
        if (name.isEmpty() || heading.isEmpty()) {
            return name.isEmpty() && heading.isEmpty() ? "results" : name + heading;
        }
        return isRaw(heading) ? name : name + ": " + heading;
    }
}
