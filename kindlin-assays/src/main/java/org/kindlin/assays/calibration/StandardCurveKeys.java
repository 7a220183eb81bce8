package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Value;
import org.kindlin.numerics.calibration.CalibrationWeighting;

/** The protocol keys of every assay with a standard curve. */
public final class StandardCurveKeys {
    private static final Map<String, CalibrationWeighting> WEIGHTINGS = Map.of(
            "constant", CalibrationWeighting.CONSTANT,
            "1/x", CalibrationWeighting.INVERSE_CONCENTRATION,
            "1/x2", CalibrationWeighting.INVERSE_SQUARE,
            "1/sd2", CalibrationWeighting.REPLICATE_VARIANCE,
            "variance-model", CalibrationWeighting.VARIANCE_MODEL);

    static final Key<StandardCurveModel> MODEL =
            Key.choice("model", StandardCurveModel.class, StandardCurveModel.LINEAR, "Form of the standard curve");
    static final Key<CalibrationWeighting> WEIGHTS = new Key<>(
            "weights",
            "constant|1/x|1/x2|1/sd2|variance-model",
            "",
            "constant",
            "Weight of a standard by its concentration x, by the variance of its replicates, or by a variance that grows with"
                    + " the signal, estimated from all replicates",
            text -> Optional.ofNullable(WEIGHTINGS.get(text.strip().toLowerCase(Locale.ROOT))),
            weighting -> new Value.Text(spelling(weighting)));
    static final Key<FitOn> FIT_ON = Key.choice(
            "fitOn",
            FitOn.class,
            FitOn.WELLS,
            "Whether each well or the mean of a standard's wells is one observation");
    static final Key<BlankUse> BLANK =
            Key.choice("blank", BlankUse.class, BlankUse.SUBTRACT, "What is done with blank wells");
    static final Key<ReadingNoise> NOISE = Key.choice(
            "readingNoise",
            ReadingNoise.class,
            ReadingNoise.POOLED,
            "Where the variance of a specimen's reading is taken from");
    static final Key<RangeRule> RANGE = Key.choice(
            "quantificationRange",
            RangeRule.class,
            RangeRule.RECOVERY,
            "Between which standards concentrations are reported as numbers");
    static final Key<Double> LLOQ_LIMIT = Key.number(
            "lloqLimitPercent", 1, 100, "20", "Largest bias and CV of the lowest standard in range (ICH M10: 20 %)");
    static final Key<Double> STANDARD_LIMIT = Key.number(
            "standardLimitPercent", 1, 100, "15", "Largest bias and CV of the other standards (ICH M10: 15 %)");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");
    static final Key<Boolean> PER_WELL =
            Key.flag("perWell", false, "Whether the concentration of every single well is listed too");
    static final Key<String> UNIT =
            Key.text("unit", null, "Unit of the standards where their file states none, such as ug/mL");
    static final Key<String> BY =
            Key.text("by", null, "Columns that split a tidy file into several plates, separated by commas");

    private StandardCurveKeys() {}

    /** Every key. */
    public static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                MODEL, WEIGHTS, FIT_ON, BLANK, NOISE, RANGE, LLOQ_LIMIT, STANDARD_LIMIT, LEVEL, PER_WELL, UNIT, BY));
        keys.addAll(QualityProtocol.KEYS);
        keys.addAll(PlateReading.KEYS);
        return keys;
    }

    /** A weighting as protocols write it. */
    static String spelling(CalibrationWeighting weighting) {
        return WEIGHTINGS.entrySet().stream()
                .filter(entry -> entry.getValue() == weighting)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
