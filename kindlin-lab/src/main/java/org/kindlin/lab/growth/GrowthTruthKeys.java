package org.kindlin.lab.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;

/** Settings that describe a true growth study, shared by the virtual lab and by plans. */
public final class GrowthTruthKeys {
    static final Key<String> ARMS = Key.text(
            "arms",
            "vehicle, defactinib, docetaxel, defactinib + docetaxel",
            "names of the arms, separated by commas; the first is the control, the last of four the combination");
    static final Key<String> RATES = Key.text(
            "rates",
            "0.13, 0.10, 0.08, 0.045",
            "growth rate of each arm, 1/d (assumed; human xenografts grow at 0.05 to 0.15)");
    static final Key<String> TOXICITY =
            Key.text("toxicity", "0", "hazard of death by treatment in each arm, 1/d; one number for all treated arms");
    static final Key<Double> ANIMALS = Key.number("animals", 2, 1000, "10", "animals in each arm");
    static final Key<String> DAYS = Key.text("days", "0, 3, 7, 10, 14, 17, 21", "days of measuring");
    static final Key<Double> START = Key.number("startVolume", 1, 2000, "125", "median first volume, mm3");
    static final Key<Double> START_SD =
            Key.number("startLogSd", 0, 2, "0.15", "ln standard deviation of first volumes");
    static final Key<Double> RATE_SD =
            Key.number("rateSd", 0, 1, "0.02", "standard deviation of growth rates between animals of an arm, 1/d");
    static final Key<Double> READING_SD =
            Key.number("readingLogSd", 0, 1, "0.12", "ln standard deviation of one volume");
    static final Key<Double> OPERATOR =
            Key.number("operatorEffect", -1, 1, "0.03", "how much larger the second operator reads, ln");
    static final Key<Double> SIZE_LIMIT =
            Key.number("sizeLimit", 10, 1e6, "2000", "volume whose reading is an animal's last, mm3");
    static final Key<Double> DETECTION = Key.number("detection", 0, 1000, "10", "smallest tumour found, mm3");
    static final Key<Double> WEIGHT = Key.number("bodyWeight", 1, 1000, "22", "body weight without the tumour, g");
    private static final int MOST_ARMS = 20;
    private static final int MOST_DAYS = 200;

    private GrowthTruthKeys() {}

    /** Every key. */
    public static List<Key<?>> all() {
        return List.of(
                ARMS,
                RATES,
                TOXICITY,
                ANIMALS,
                DAYS,
                START,
                START_SD,
                RATE_SD,
                READING_SD,
                OPERATOR,
                SIZE_LIMIT,
                DETECTION,
                WEIGHT);
    }

    /** The truth; faults where lists do not fit together. */
    public static Optional<TrueGrowth> read(Resolved settings, Faults faults) {
        List<String> names = NameList.of(settings.get(ARMS));
        List<Double> rates = numbers(settings, RATES, faults);
        List<Double> toxicity = numbers(settings, TOXICITY, faults);
        List<Double> days = numbers(settings, DAYS, faults);
        if (names.size() < 2
                || names.size() > MOST_ARMS
                || names.stream().distinct().count() < names.size()) {
            fault(
                    settings,
                    ARMS,
                    "names " + names.size() + " arms",
                    "name two to " + MOST_ARMS + " different arms",
                    faults);
        }
        if (rates.size() != names.size()) {
            fault(
                    settings,
                    RATES,
                    rates.size() + " rates for " + names.size() + " arms",
                    "give one for each arm",
                    faults);
        }
        boolean rising = days.size() >= 2 && days.size() <= MOST_DAYS;
        for (int i = 1; i < days.size(); i++) {
            rising &= days.get(i) > days.get(i - 1);
        }
        if (!rising) {
            fault(settings, DAYS, "days do not rise", "give two to " + MOST_DAYS + " days in order", faults);
        }
        if (toxicity.size() != 1 && toxicity.size() != names.size()) {
            fault(settings, TOXICITY, "one number, or one for each arm, is needed", "write 0 for none", faults);
        }
        if (faults.any()) {
            return Optional.empty();
        }
        List<TrueGrowth.Arm> arms = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double hazard = toxicity.size() == 1 ? (i == 0 ? 0 : toxicity.getFirst()) : toxicity.get(i);
            arms.add(new TrueGrowth.Arm(names.get(i), rates.get(i), Math.max(0, hazard)));
        }
        return Optional.of(new TrueGrowth(
                arms,
                (int) Math.rint(settings.get(ANIMALS)),
                days,
                settings.get(START),
                settings.get(START_SD),
                settings.get(RATE_SD),
                settings.get(READING_SD),
                settings.get(OPERATOR),
                settings.get(SIZE_LIMIT),
                settings.get(DETECTION),
                settings.get(WEIGHT)));
    }

    private static List<Double> numbers(Resolved settings, Key<String> key, Faults faults) {
        List<Double> numbers = new ArrayList<>();
        for (String text : NameList.of(settings.get(key))) {
            try {
                double number = Double.parseDouble(text);
                if (!Double.isFinite(number) || Math.abs(number) > 1e4) {
                    throw new NumberFormatException(text);
                }
                numbers.add(number);
            } catch (NumberFormatException e) {
                fault(settings, key, "'" + text + "' is no number", "separate numbers by commas", faults);
            }
        }
        return numbers;
    }

    private static void fault(Resolved settings, Key<?> key, String problem, String remedy, Faults faults) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }
}
