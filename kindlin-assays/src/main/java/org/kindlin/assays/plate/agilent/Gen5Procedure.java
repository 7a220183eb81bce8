package org.kindlin.assays.plate.agilent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.format.ReadLabel;

/**
 * The read steps of a Gen5 procedure, by which its results are known: {@code od:600} is the raw result at 600 nm of the
 * step named {@code od}, {@code Blank od:600} was calculated from it.
 */
final class Gen5Procedure {
    private static final String OPTICS = "\\d{3,4}(?:[/-]\\d{1,3})?";
    private static final Pattern RAW = Pattern.compile("(?:" + OPTICS + "(?:\\s?,\\s?" + OPTICS
            + ")?|Lum|Alpha|Spectrum|(?:Em|Ex|EM|EX) ?Spectrum.*)(?:\\s?\\[.{1,20}])*(?: #\\d+)?");
    private static final Pattern WAVELENGTHS =
            Pattern.compile("(\\d{3,4})(?:[/-]\\d{1,3})?(?:\\s?,\\s?(\\d{3,4})(?:[/-]\\d{1,3})?)?.*");

    private static final Pattern STEP = Pattern.compile("\\b(?:endpoint|spectrum|scan|kinetic|polarization)\\b");

    private static final String BLANKED = "Blank ";

    private final List<Step> steps = new ArrayList<>();

    /** A read step; the name is empty where the user gave none. */
    private record Step(String name, DetectionMode mode) {}

    /** Takes a line {@code Read, od} or {@code Read, Absorbance Endpoint} with the line below it. */
    void read(String value, String below) {
        DetectionMode unnamed = mode(value);
        boolean isNamed = mode(below) != DetectionMode.UNKNOWN || unnamed == DetectionMode.UNKNOWN;
        steps.add(isNamed ? new Step(value, mode(below)) : new Step("", unnamed));
    }

    /** Takes a detail of the last step that says more about its mode. */
    void detail(String text) {
        if (text.equals("Fluorescence Polarization") && !steps.isEmpty()) {
            steps.set(steps.size() - 1, new Step(steps.getLast().name(), DetectionMode.FLUORESCENCE_POLARIZATION));
        }
    }

    private static DetectionMode mode(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean isStep = STEP.matcher(lower).find();
        return isStep ? ReadLabel.mode(text) : DetectionMode.UNKNOWN;
    }

    /** Whether a result is as measured. */
    boolean isRaw(String label) {
        boolean isOptics =
                RAW.matcher(steps.isEmpty() ? withoutStep(label) : label).matches();
        return !label.startsWith(BLANKED) && (step(label).isPresent() || isOptics);
    }

    /** How a result was detected. */
    DetectionMode mode(String label, Wavelengths wavelengths) {
        Optional<Step> named = step(label);
        if (named.isPresent() && named.get().mode() != DetectionMode.UNKNOWN) {
            return named.get().mode();
        }
        List<DetectionMode> modes = steps.stream().map(Step::mode).distinct().toList();
        if (modes.size() == 1) {
            return modes.getFirst();
        }
        String optics = withoutStep(label);
        if (optics.startsWith("Lum")) {
            return DetectionMode.LUMINESCENCE;
        }
        if (optics.startsWith("Alpha")) {
            return DetectionMode.ALPHA;
        }
        if (wavelengths.excitation() != null) {
            return DetectionMode.FLUORESCENCE;
        }
        return wavelengths.detection() != null ? DetectionMode.ABSORBANCE : DetectionMode.UNKNOWN;
    }

    /** The wavelengths in {@code 400/30,460/40}, {@code od:600}. */
    Wavelengths wavelengths(String label) {
        Matcher matcher = WAVELENGTHS.matcher(withoutStep(label));
        if (!matcher.matches()) {
            return Wavelengths.NOT_STATED;
        }
        Double first = Double.valueOf(matcher.group(1));
        return matcher.group(2) == null
                ? new Wavelengths(null, first)
                : new Wavelengths(first, Double.valueOf(matcher.group(2)));
    }

    private Optional<Step> step(String label) {
        return steps.stream()
                .filter(step -> !step.name().isEmpty()
                        && label.startsWith(step.name() + ":")
                        && !label.substring(step.name().length() + 1).startsWith("Pathlength"))
                .findFirst();
    }

    private static String withoutStep(String label) {
        String plain = label.startsWith(BLANKED) ? label.substring(BLANKED.length()) : label;
        return plain.substring(plain.lastIndexOf(':') + 1).strip();
    }
}
