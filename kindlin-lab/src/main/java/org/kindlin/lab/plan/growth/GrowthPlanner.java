package org.kindlin.lab.plan.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.kindlin.assays.growth.GrowthTests;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.lab.growth.GrowthTruthKeys;
import org.kindlin.lab.growth.TrueGrowth;
import org.kindlin.numerics.random.RandomStream;

/** Plans growth studies: a pure function of settings, candidates and seed. */
public final class GrowthPlanner {
    /** The assay's name. */
    public static final String ASSAY = "growth";

    private static final int FACTORIAL = 4;

    private static final Key<Double> LOW = Key.number("windowLow", 1, 5000, "100", "smallest tumour enrolled, mm3");
    private static final Key<Double> HIGH = Key.number("windowHigh", 1, 5000, "150", "largest tumour enrolled, mm3");
    private static final Key<Allocation.Method> METHOD = Key.choice(
            "randomisationMethod", Allocation.Method.class, Allocation.Method.RANK_BLOCKS, "how animals come to arms");
    private static final Key<Double> THRESHOLD = Key.number(
            "imbalance",
            0,
            10,
            "0.3",
            "largest standardised difference of mean log volume or weight between arms; allocations are drawn again until it holds");
    private static final Key<String> STRATUM = Key.text(
            "stratum", null, "column of the candidates' table to balance over, for randomisationMethod=stratified");
    private static final Key<String> DOSES =
            Key.text("doses", "0", "dose of each arm in mg/kg at each administration, agents of one arm joined by +");
    private static final Key<Double> VOLUME =
            Key.number("dosingVolume", 0.1, 100, "10", "volume at each administration, mL/kg, the same in every arm");
    private static final Key<Double> VOLUME_LIMIT = Key.number(
            "volumeLimit", 0.1, 100, "10", "largest volume at one administration, mL/kg (by mouth, mouse: 10)");
    private static final Key<Double> PER_DAY = Key.number("perDay", 1, 6, "2", "administrations a day (BID: 2)");
    private static final Key<Double> DOSING_DAYS = Key.number("dosingDays", 1, 365, "21", "days of dosing");
    private static final Key<PowerCurve.Test> TEST = Key.choice(
            "show", PowerCurve.Test.class, null, "what the study is to show; hsa with four arms, else difference");
    private static final Key<Double> POWER = Key.number("power", 0.05, 0.999, "0.8", "power that is wanted");
    private static final Key<String> SIZES =
            Key.text("sizes", "4, 5, 6, 8, 10, 12, 15", "animals in each arm whose power is simulated");
    private static final Key<Double> SIMULATIONS =
            Key.number("simulations", 20, 100_000, "400", "simulated studies of each size");
    private static final Key<Double> COST =
            Key.number("costPerAnimal", 0, 1e6, "0", "cost of one animal, any currency");
    private static final Key<String> ANALYSIS = Key.text(
            "analysis",
            null,
            "settings of the analysis that will be used, key=value separated by ; (baseline=common; ...)");

    private GrowthPlanner() {}

    /** Every setting. */
    public static List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(GrowthTruthKeys.all());
        keys.addAll(List.of(
                LOW,
                HIGH,
                METHOD,
                THRESHOLD,
                STRATUM,
                DOSES,
                VOLUME,
                VOLUME_LIMIT,
                PER_DAY,
                DOSING_DAYS,
                TEST,
                POWER,
                SIZES,
                SIMULATIONS,
                COST,
                ANALYSIS));
        return keys;
    }

    /**
     * Plans a study.
     *
     * @param candidates the animals there are; empty to plan their number only
     * @param progress told each size before it is simulated
     * @throws org.kindlin.fault.InputFaultException with every fault of settings and candidates
     */
    public static GrowthPlan plan(Settings stated, Optional<RawFile> candidates, long seed, IntConsumer progress) {
        Faults faults = new Faults();
        Resolved settings = stated.resolve(keys(), faults);
        faults.throwIfAny();
        Optional<TrueGrowth> truth = GrowthTruthKeys.read(settings, faults);
        List<Integer> sizes = sizes(settings, faults);
        Optional<Dosing> dosing = truth.flatMap(found -> dosing(settings, found, faults));
        if (settings.get(LOW) >= settings.get(HIGH)) {
            fault(settings, HIGH, "the window ends before it begins", "state windowLow below windowHigh", faults);
        }
        if (settings.get(METHOD) == Allocation.Method.STRATIFIED
                && settings.find(STRATUM).isEmpty()) {
            fault(settings, STRATUM, "no stratum is named", "state stratum=COLUMN", faults);
        }
        if (settings.find(TEST).orElse(PowerCurve.Test.DIFFERENCE) != PowerCurve.Test.DIFFERENCE
                && truth.filter(t -> t.arms().size() != FACTORIAL).isPresent()) {
            fault(
                    settings,
                    TEST,
                    "a combination needs four arms",
                    "name control, both agents and the combination",
                    faults);
        }
        List<Candidate> animals = candidates
                .map(file -> CandidateReader.read(file, settings.find(STRATUM), faults))
                .orElse(List.of());
        faults.throwIfAny();
        return plan(settings, truth.orElseThrow(), dosing.orElseThrow(), sizes, animals, seed, progress);
    }

    private static GrowthPlan plan(
            Resolved settings,
            TrueGrowth truth,
            Dosing dosing,
            List<Integer> sizes,
            List<Candidate> animals,
            long seed,
            IntConsumer progress) {
        RandomStream random = RandomStream.ofSeed(seed).child("growth plan");
        List<Warning> warnings = new ArrayList<>();
        List<String> arms = truth.arms().stream().map(TrueGrowth.Arm::name).toList();
        PowerCurve power = PowerCurve.of(
                truth,
                GrowthTests.of(analysis(settings)),
                settings.find(TEST).orElse(arms.size() == FACTORIAL ? PowerCurve.Test.HSA : PowerCurve.Test.DIFFERENCE),
                sizes,
                (int) Math.rint(settings.get(SIMULATIONS)),
                settings.get(POWER),
                settings.get(COST),
                random.child("power"),
                progress);
        Optional<Enrolment> enrolment = animals.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Enrolment.of(animals, settings.get(LOW), settings.get(HIGH), truth.animals() * arms.size()));
        Optional<Allocation> allocation = enrolment
                .filter(found -> found.enrolled().size() >= arms.size())
                .map(found -> Allocation.of(
                        found.enrolled(),
                        arms,
                        settings.get(METHOD),
                        settings.get(THRESHOLD),
                        random.child("allocation")));
        warn(settings, truth, dosing, power, enrolment, allocation, warnings);
        return new GrowthPlan(
                seed,
                settings.entries(),
                truth,
                new double[] {settings.get(LOW), settings.get(HIGH)},
                settings.get(METHOD),
                enrolment,
                allocation,
                dosing,
                power,
                warnings);
    }

    private static void warn(
            Resolved settings,
            TrueGrowth truth,
            Dosing dosing,
            PowerCurve power,
            Optional<Enrolment> enrolment,
            Optional<Allocation> allocation,
            List<Warning> warnings) {
        int needed = truth.animals() * truth.arms().size();
        enrolment
                .filter(found -> found.enrolled().size() < needed)
                .ifPresent(found -> warnings.add(new Warning(
                        "too-few-animals",
                        "Only " + found.enrolled().size() + " of the " + needed
                                + " animals needed have tumours within the window.")));
        allocation
                .filter(found -> found.imbalance() > settings.get(THRESHOLD))
                .ifPresent(found -> warnings.add(new Warning(
                        "imbalance",
                        String.format(
                                Locale.ROOT,
                                "Of %d allocations none was within the threshold; the best has a standardised difference of %.2f.",
                                found.draws(),
                                found.imbalance()))));
        if (!dosing.isWithinLimit()) {
            warnings.add(new Warning(
                    "dosing-volume",
                    "The dosing volume of " + dosing.volumePerKg() + " mL/kg is above the limit of " + dosing.limit()
                            + " mL/kg."));
        }
        if (power.smallest().isEmpty()) {
            warnings.add(new Warning("power", "No size simulated reaches the power that is wanted."));
        }
    }

    private static Settings analysis(Resolved settings) {
        Map<String, String> stated = new LinkedHashMap<>();
        settings.find(ANALYSIS)
                .ifPresent(text -> Arrays.stream(text.split(";", -1))
                        .map(String::strip)
                        .filter(part -> part.contains("="))
                        .forEach(part -> stated.put(
                                part.substring(0, part.indexOf('=')).strip(),
                                part.substring(part.indexOf('=') + 1).strip())));
        return new Settings(
                stated, settings.settings().origin(), settings.settings().placeOf(ANALYSIS.name()));
    }

    private static List<Integer> sizes(Resolved settings, Faults faults) {
        List<Integer> sizes = new ArrayList<>();
        for (String text : NameList.of(settings.get(SIZES))) {
            if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 2) {
                sizes.add(Integer.parseInt(text));
            } else {
                fault(
                        settings,
                        SIZES,
                        "'" + text + "' is no number of animals",
                        "give whole numbers from 2 on",
                        faults);
            }
        }
        return sizes.stream().distinct().sorted().toList();
    }

    private static Optional<Dosing> dosing(Resolved settings, TrueGrowth truth, Faults faults) {
        List<String> texts = NameList.of(settings.get(DOSES));
        if (texts.size() != 1 && texts.size() != truth.arms().size()) {
            fault(
                    settings,
                    DOSES,
                    texts.size() + " doses for " + truth.arms().size() + " arms",
                    "give one for each arm",
                    faults);
            return Optional.empty();
        }
        List<Dosing.ArmDose> arms = new ArrayList<>();
        for (int i = 0; i < truth.arms().size(); i++) {
            List<Double> doses = new ArrayList<>();
            for (String part : texts.get(texts.size() == 1 ? 0 : i).split("\\+", -1)) {
                try {
                    doses.add(Double.parseDouble(part.strip()));
                } catch (NumberFormatException e) {
                    fault(settings, DOSES, "'" + part.strip() + "' is no dose", "write 50, or 50 + 10", faults);
                }
            }
            arms.add(new Dosing.ArmDose(truth.arms().get(i).name(), doses));
        }
        return Optional.of(new Dosing(
                settings.get(VOLUME),
                (int) Math.rint(settings.get(PER_DAY)),
                (int) Math.rint(settings.get(DOSING_DAYS)),
                settings.get(VOLUME_LIMIT),
                arms));
    }

    private static void fault(Resolved settings, Key<?> key, String problem, String remedy, Faults faults) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }
}
