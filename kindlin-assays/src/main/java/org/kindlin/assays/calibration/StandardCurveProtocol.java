package org.kindlin.assays.calibration;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.calibration.CalibrationSpec;
import org.kindlin.numerics.calibration.CalibrationWeighting;

/**
 * How a standard curve is fitted and read.
 *
 * @param lloqLimit largest bias and CV of the lowest standard in range, in percent
 * @param standardLimit the same of the others
 * @param level confidence level
 * @param perWell whether single wells are reported too
 * @param quality how plates are judged
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
        QualityProtocol quality,
        Source source) {

    /**
     * How the files are read.
     *
     * @param reading which read of a plate is analysed, and how strictly its file is read
     * @param unit unit of standards whose file states none
     * @param by columns that split a tidy file
     */
    public record Source(PlateReading reading, Optional<String> unit, List<String> by) {
        public Source {
            by = List.copyOf(by);
        }
    }

    /** The protocol of these settings; contradictions become faults. */
    public static StandardCurveProtocol of(Resolved settings, Faults faults) {
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
                QualityProtocol.of(settings, settings.get(StandardCurveKeys.LEVEL)),
                new Source(
                        PlateReading.of(settings, faults),
                        settings.find(StandardCurveKeys.UNIT),
                        settings.find(StandardCurveKeys.BY).map(NameList::of).orElse(List.of())));
    }

    CalibrationSpec spec() {
        return new CalibrationSpec(model.model(), weighting, fitOn == FitOn.MEANS);
    }
}
