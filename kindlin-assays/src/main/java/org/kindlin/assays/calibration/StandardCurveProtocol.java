package org.kindlin.assays.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.numerics.calibration.CalibrationSpec;
import org.kindlin.numerics.calibration.CalibrationWeighting;

/**
 * How a standard curve is fitted and read.
 *
 * @param lloqLimit largest bias and CV of the lowest standard in range, in percent
 * @param standardLimit the same of the others
 * @param level confidence level
 * @param perWell whether single wells are reported too
 * @param source how the files are read
 */
public record StandardCurveProtocol(
        StandardCurveModel model,
        CalibrationWeighting weighting,
        FitOn fitOn,
        BlankUse blank,
        ReadingNoise noise,
        RangeRule range,
        double lloqLimit,
        double standardLimit,
        double level,
        boolean perWell,
        Source source) {

    /**
     * How the files are read.
     *
     * @param read label of the read to analyse or a part of it; empty for the first raw one
     * @param unit unit of standards whose file states none
     * @param by columns that split a tidy file
     */
    public record Source(String read, Optional<String> unit, List<String> by) {
        public Source {
            by = List.copyOf(by);
        }
    }

    public static StandardCurveProtocol of(Resolved settings) {
        return new StandardCurveProtocol(
                settings.get(StandardCurveKeys.MODEL),
                settings.get(StandardCurveKeys.WEIGHTS),
                settings.get(StandardCurveKeys.FIT_ON),
                settings.get(StandardCurveKeys.BLANK),
                settings.get(StandardCurveKeys.NOISE),
                settings.get(StandardCurveKeys.RANGE),
                settings.get(StandardCurveKeys.LLOQ_LIMIT),
                settings.get(StandardCurveKeys.STANDARD_LIMIT),
                settings.get(StandardCurveKeys.LEVEL),
                settings.get(StandardCurveKeys.PER_WELL),
                new Source(
                        settings.find(StandardCurveKeys.READ).orElse(""),
                        settings.find(StandardCurveKeys.UNIT),
                        settings.find(StandardCurveKeys.BY)
                                .map(text -> Arrays.stream(text.split(",", -1))
                                        .map(String::strip)
                                        .filter(name -> !name.isEmpty())
                                        .toList())
                                .orElse(List.of())));
    }

    CalibrationSpec spec() {
        return new CalibrationSpec(model.model(), weighting, fitOn == FitOn.MEANS);
    }
}
