package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.Prose;

/** Sentences of a methods paragraph on standard curves. */
public final class CalibrationMethods {
    private CalibrationMethods() {}

    /** What was done, with every parameter and its source. */
    public static List<String> of(StandardCurveProtocol protocol, List<PlateCalibration> plates) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Standards of each plate were fitted by a " + protocol.model().words() + " (least squares, "
                        + (protocol.fitOn() == FitOn.WELLS ? "every well" : "means of replicates") + ", weights "
                        + StandardCurveKeys.spelling(protocol.weighting()) + ")" + blanks(protocol, plates) + ".");
        String level = Prose.number(100 * protocol.level());
        sentences.add(
                "Concentrations were read off the curve; their " + level + " % interval is the profile likelihood of a"
                        + " specimen taken as one more calibrator of unknown concentration (for a line, Fieller's interval), with"
                        + " the variance of a reading " + noise(protocol) + ".");
        sentences.add(range(protocol));
        sentences.add(
                "The limit of detection is the concentration 3.3 standard deviations of a blank above the curve at zero"
                        + " (ICH Q2(R2)).");
        return sentences;
    }

    private static String blanks(StandardCurveProtocol protocol, List<PlateCalibration> plates) {
        boolean any = plates.stream().anyMatch(plate -> !plate.plate().blanks().isEmpty());
        if (!any) {
            return "";
        }
        return protocol.blank() == BlankUse.SUBTRACT
                ? ", after the mean of the blank wells was subtracted from every reading"
                : "; blank wells were not subtracted";
    }

    private static String noise(StandardCurveProtocol protocol) {
        return protocol.noise() == ReadingNoise.STANDARDS
                ? "from the residuals of the standards"
                : "pooled from the residuals of the standards and the replicates of specimens (the latter alone where they"
                        + " scatter more, F test at p < " + PlateCalibration.NOISE_P + ")";
    }

    private static String range(StandardCurveProtocol protocol) {
        return switch (protocol.range()) {
            case RECOVERY ->
                "Concentrations are reported between the lowest and highest standard of the longest run of neighbours"
                        + " whose back-calculated concentrations keep within " + Prose.number(protocol.lloqLimit())
                        + " % (lowest) and " + Prose.number(protocol.standardLimit())
                        + " % (others) of bias and CV (ICH M10), and beyond it as below or above its limits, times the"
                        + " dilution.";
            case STANDARDS -> "Concentrations are reported between the lowest and the highest standard.";
            case NONE -> "Concentrations are reported wherever the curve gives one, extrapolated or not.";
        };
    }
}
