package org.kindlin.assays.growth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindlin.assays.growth.GrowthProtocol.Baseline;
import org.kindlin.assays.growth.GrowthProtocol.RandomEffects;
import org.kindlin.assays.growth.GrowthProtocol.ResidualVariance;
import org.kindlin.assays.growth.GrowthProtocol.Undetectable;
import org.kindlin.assays.protocol.ArriveItem;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.mixed.Criterion;
import org.kindlin.numerics.mixed.SmallSample;

/** Every protocol key of a growth study. */
final class GrowthKeys {
    static final Key<String> ARM = Key.text(
            "arm",
            null,
            "Column that names the arm; found by its usual names where not stated; none for a study of one arm");
    static final Key<String> ANIMAL = Key.text("animal", null, "Column that names the animal");
    static final Key<String> DAY = Key.text("day", null, "Column with study days or dates");
    static final Key<String> VOLUME = Key.text("volume", null, "Column with tumour volumes");
    static final Key<String> LENGTH = Key.text("length", null, "Column with the caliper length");
    static final Key<String> WIDTH = Key.text("width", null, "Column with the caliper width");
    static final Key<String> HEIGHT = Key.text("height", null, "Column with the caliper height, for the ellipsoid");
    static final Key<String> WEIGHT = Key.text("weight", null, "Column with body weights");
    static final Key<String> REASON = Key.text("reason", null, "Column that says why an animal left");
    static final Key<String> DEPARTURE_DAY =
            Key.text("departureDay", null, "Column with the day or date an animal left");
    static final Key<String> OPERATOR = Key.text("operator", null, "Column that names who measured");
    static final Key<String> TUMOUR_WEIGHT = Key.text("tumourWeight", null, "Column with weights of excised tumours");
    static final Key<String> EXCLUDE =
            Key.text("excludeColumn", null, "Column that holds a reason where a row is to be left out");
    static final Key<LengthUnit> LENGTH_UNIT =
            Key.choice("lengthUnit", LengthUnit.class, null, "Unit of the calipers where the header does not say it");
    static final Key<VolumeUnit> VOLUME_UNIT =
            Key.choice("volumeUnit", VolumeUnit.class, null, "Unit of volumes where the header does not say it");
    static final Key<StudyDays.DateOrder> DATE_ORDER =
            Key.choice("dateOrder", StudyDays.DateOrder.class, null, "How dates such as 03/04/2024 are meant");
    static final Key<Double> FIRST_DAY =
            Key.number("firstDay", "0", "Study day of the earliest date, where the file has dates");
    static final Key<VolumeFormula> FORMULA =
            Key.choice("formula", VolumeFormula.class, VolumeFormula.HALF, "Volume from length and width");
    static final Key<Double> DENSITY =
            Key.number("density", 0.1, 5, "1", "Tumour density in g/cm3, for body weight without the tumour");
    static final Key<String> CONTROL = Key.text("control", null, "Name of the control arm");
    static final Key<String> COMBINATION = Key.text("combination", null, "Name of the arm that got both agents");
    static final Key<String> AGENTS =
            Key.text("agents", null, "Names of the two single-agent arms, separated by a comma");
    static final Key<Baseline> BASELINE = Key.choice(
            "baseline",
            Baseline.class,
            Baseline.BY_ARM,
            "Start of the lines: one for each arm, one for all (randomised animals), or every animal's own first volume");
    static final Key<RandomEffects> RANDOM = Key.choice(
            "randomEffects",
            RandomEffects.class,
            RandomEffects.INTERCEPT_AND_SLOPE,
            "What differs between animals of an arm");
    static final Key<Boolean> SERIAL =
            Key.flag("serialCorrelation", false, "Residuals of one animal correlated over time, CAR(1)");
    static final Key<ResidualVariance> VARIANCE = Key.choice(
            "residualVariance",
            ResidualVariance.class,
            ResidualVariance.CONSTANT,
            "Scatter about an animal's line: one, one an arm, or a power of the day");
    static final Key<Criterion> CRITERION =
            Key.choice("criterion", Criterion.class, Criterion.REML, "Likelihood that is maximised");
    static final Key<SmallSample> SMALL_SAMPLE = Key.choice(
            "smallSample",
            SmallSample.class,
            SmallSample.SATTERTHWAITE,
            "Degrees of freedom and standard errors of contrasts");
    static final Key<Undetectable> UNDETECTABLE = Key.choice(
            "undetectable",
            Undetectable.class,
            Undetectable.BY_COURSE,
            "Readings of 0: left out where the tumour came back and left-censored where it did not, or one of both for all");
    static final Key<Double> DETECTION_LIMIT = Key.number(
                    "detectionLimit",
                    null,
                    "Smallest volume that can be measured, mm3; the smallest of the study where not stated")
            .onlyIf("number > 0", number -> number > 0);
    static final Key<Double> LAST_DAY = Key.number("lastDay", null, "Last day that the growth model uses");
    static final Key<Double> EVALUATION_DAY = Key.number(
            "evaluationDay",
            null,
            "Day of inhibition and T/C; the last with at least half of every arm where not stated");
    static final Key<Double> MULTIPLE =
            Key.number("multiple", 1.01, 1000, "4", "Multiple of the first volume whose time is asked for");
    static final Key<Double> SIZE_LIMIT = Key.number("sizeLimit", null, "Volume at which animals are removed, mm3")
            .onlyIf("number > 0", number -> number > 0);
    static final Key<Double> WEIGHT_LIMIT =
            Key.number("weightLossLimit", 0, 100, "20", "Loss of body weight that counts as toxicity, %");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");

    static final Key<GrowthProtocol.Comparisons> COMPARISONS = Key.choice(
            "comparisons",
            GrowthProtocol.Comparisons.class,
            GrowthProtocol.Comparisons.AGAINST_CONTROL,
            "Differences of growth rates that are judged together: every arm against the control (Dunnett), all pairs (Tukey), or none");

    static final Key<Boolean> SEND = Key.flag(
            "writeSend",
            false,
            "Write the study as CDISC SEND domains (TX, DM, TF, BW, EX, DS) in SAS transport files");

    static final Key<GrowthProtocol.LawArms> LAWS = Key.choice(
            "growthLaws",
            GrowthProtocol.LawArms.class,
            GrowthProtocol.LawArms.CONTROL,
            "Arms to which exponential, Gompertz, logistic and exponential-linear (Simeoni) growth are fitted");

    static final List<Key<?>> ALL = Stream.<Key<?>>concat(
                    Stream.<Key<?>>of(
                            ARM,
                            ANIMAL,
                            DAY,
                            VOLUME,
                            LENGTH,
                            WIDTH,
                            HEIGHT,
                            WEIGHT,
                            REASON,
                            DEPARTURE_DAY,
                            OPERATOR,
                            TUMOUR_WEIGHT,
                            EXCLUDE,
                            LENGTH_UNIT,
                            VOLUME_UNIT,
                            DATE_ORDER,
                            FIRST_DAY,
                            FORMULA,
                            DENSITY,
                            CONTROL,
                            COMBINATION,
                            AGENTS,
                            BASELINE,
                            RANDOM,
                            SERIAL,
                            VARIANCE,
                            CRITERION,
                            SMALL_SAMPLE,
                            UNDETECTABLE,
                            DETECTION_LIMIT,
                            LAST_DAY,
                            EVALUATION_DAY,
                            MULTIPLE,
                            SIZE_LIMIT,
                            WEIGHT_LIMIT,
                            LEVEL,
                            LAWS,
                            COMPARISONS,
                            SEND),
                    Stream.of(StatedDoses.keys(), DrugKinetics.keys(), ArriveItem.keys())
                            .flatMap(List::stream))
            .toList();

    private GrowthKeys() {}

    /** Unit of a caliper. */
    enum LengthUnit {
        MM(1),
        CM(10);

        final double millimetres;

        LengthUnit(double millimetres) {
            this.millimetres = millimetres;
        }
    }

    /** Unit of a volume. */
    enum VolumeUnit {
        MM3(1),
        UL(1),
        CM3(1000),
        ML(1000);

        final double cubicMillimetres;

        VolumeUnit(double cubicMillimetres) {
            this.cubicMillimetres = cubicMillimetres;
        }
    }

    static GrowthProtocol protocol(Resolved settings, Faults faults) {
        List<String> agents = settings.find(AGENTS).map(NameList::of).orElse(List.of());
        if (!agents.isEmpty() && agents.size() != 2) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(AGENTS.name()),
                    "'" + settings.get(AGENTS) + "' names " + agents.size() + " arms",
                    "name the two single-agent arms, separated by a comma");
        }
        if (settings.get(CRITERION) == Criterion.ML && settings.get(SMALL_SAMPLE) == SmallSample.KENWARD_ROGER) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(SMALL_SAMPLE.name()),
                    "Kenward and Roger's correction is for REML fits",
                    "state criterion=reml, or smallSample=satterthwaite");
        }
        if (settings.get(RANDOM) != RandomEffects.SLOPE
                && settings.get(BASELINE) == Baseline.RELATIVE
                && settings.isStated(RANDOM)) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(RANDOM.name()),
                    "volumes relative to each animal's first leave no intercept to differ",
                    "state randomEffects=slope with baseline=relative");
        }
        return new GrowthProtocol(
                new GrowthProtocol.Columns(
                        settings.find(ARM),
                        settings.find(ANIMAL),
                        settings.find(DAY),
                        settings.find(VOLUME),
                        settings.find(LENGTH),
                        settings.find(WIDTH),
                        settings.find(HEIGHT),
                        settings.find(WEIGHT),
                        settings.find(REASON),
                        settings.find(DEPARTURE_DAY),
                        settings.find(OPERATOR),
                        settings.find(TUMOUR_WEIGHT),
                        settings.find(EXCLUDE)),
                new GrowthProtocol.Reading(
                        settings.find(LENGTH_UNIT),
                        settings.find(VOLUME_UNIT),
                        settings.find(DATE_ORDER),
                        settings.get(FIRST_DAY),
                        settings.get(FORMULA),
                        settings.get(DENSITY)),
                new GrowthProtocol.Arms(settings.find(CONTROL), settings.find(COMBINATION), agents),
                new GrowthProtocol.Model(
                        settings.get(BASELINE),
                        settings.get(BASELINE) == Baseline.RELATIVE ? RandomEffects.SLOPE : settings.get(RANDOM),
                        settings.get(SERIAL),
                        settings.get(VARIANCE),
                        settings.get(CRITERION),
                        settings.get(SMALL_SAMPLE),
                        settings.get(UNDETECTABLE),
                        settings.find(DETECTION_LIMIT),
                        settings.find(LAST_DAY)),
                new GrowthProtocol.Endpoints(
                        settings.find(EVALUATION_DAY),
                        settings.get(MULTIPLE),
                        settings.find(SIZE_LIMIT),
                        settings.get(WEIGHT_LIMIT)),
                ArriveItem.stated(settings),
                settings.get(LAWS),
                settings.get(COMPARISONS),
                StatedDoses.of(settings, faults),
                settings.find(StatedDoses.DRUG),
                DrugKinetics.of(settings),
                settings.get(SEND),
                settings.get(LEVEL));
    }

    /** The unit named at the end of a column's header, as {@code Volume (mm3)} or {@code length_mm} have it. */
    static Optional<VolumeUnit> volumeUnit(String header) {
        String plain = header.toLowerCase(Locale.ROOT)
                .replace("³", "3")
                .replace("^", "")
                .replace("µ", "u");
        if (plain.contains("mm3")) {
            return Optional.of(VolumeUnit.MM3);
        }
        if (plain.contains("cm3") || plain.matches(".*[(\\[_ ]cc[)\\]]?$")) {
            return Optional.of(VolumeUnit.CM3);
        }
        if (plain.matches(".*[(\\[_ ]ul[)\\]]?$")) {
            return Optional.of(VolumeUnit.UL);
        }
        return plain.matches(".*[(\\[_ ]ml[)\\]]?$") ? Optional.of(VolumeUnit.ML) : Optional.empty();
    }

    /** As {@link #volumeUnit}, of a length. */
    static Optional<LengthUnit> lengthUnit(String header) {
        String plain = header.toLowerCase(Locale.ROOT);
        if (plain.matches(".*[(\\[_ ]mm[)\\]]?$")) {
            return Optional.of(LengthUnit.MM);
        }
        return plain.matches(".*[(\\[_ ]cm[)\\]]?$") ? Optional.of(LengthUnit.CM) : Optional.empty();
    }

    static final String DAYS = Unit.DAY.symbol();
}
