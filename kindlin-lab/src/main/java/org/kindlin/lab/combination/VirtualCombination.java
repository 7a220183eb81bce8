package org.kindlin.lab.combination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.SecondAgent;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.lab.VirtualPlateAssay;
import org.kindlin.lab.export.ReaderOutput;
import org.kindlin.numerics.random.RandomStream;

/**
 * Dose matrices whose excess over Bliss independence is known: a tidy table in percent of untreated, or a 384-well plate of
 * a luminescence reader with its map.
 */
public final class VirtualCombination implements VirtualPlateAssay {
    private static final Key<Quantity> IC50 =
            Key.positive("ic50", Unit.NANOMOLAR, "800 nM", "mid-point of the first agent");
    private static final Key<Quantity> IC50_2 =
            Key.positive("ic50Second", Unit.NANOMOLAR, "12 nM", "mid-point of the second agent");
    private static final Key<Double> TOP =
            Key.number("maximum", 0, 100, "50", "inhibition by the first agent at saturation, %");
    private static final Key<Double> TOP_2 =
            Key.number("maximumSecond", 0, 100, "85", "inhibition by the second agent at saturation, %");
    private static final Key<Double> HILL = Key.number("hillSlope", 0.05, 20, "1.1", "Hill slope of the first agent");
    private static final Key<Double> HILL_2 =
            Key.number("hillSlopeSecond", 0.05, 20, "1.2", "Hill slope of the second agent");
    private static final Key<Double> EXCESS = Key.number(
            "excess",
            -50,
            50,
            "10",
            "excess over Bliss independence where it expects 50 %, in percentage points; it vanishes towards 0 and 100 %");
    private static final Key<Quantity> TOP_DOSE =
            Key.positive("topDose", Unit.NANOMOLAR, "3 uM", "highest dose of the first agent");
    private static final Key<Quantity> TOP_DOSE_2 =
            Key.positive("topDoseSecond", Unit.NANOMOLAR, "100 nM", "highest dose of the second agent");
    private static final Key<Double> DOSES = Key.number("doses", 3, 30, "6", "doses of each agent above zero");
    private static final Key<Double> FOLD = Key.number("fold", 1.01, 1000, "3", "dilution factor from dose to dose");
    private static final Key<Double> REPLICATES = Key.number("replicates", 1, 50, "3", "wells per pair of doses");
    private static final Key<Double> SD = Key.number("sd", 0, 100, "3", "noise of a well, percentage points");
    private static final Key<Double> CV = Key.number(
            "cvPercent", 0, 100, "0", "more noise of a well, in percent of its own viability: independent of sd");
    private static final Key<Double> DISPENSING =
            Key.number("dispensingLogSd", 0, 1, "0.02", "ln standard deviation of a dose truly delivered");

    private static final Key<Form> FORM =
            Key.choice("form", Form.class, Form.TABLE, "whether a table or a reader's plate with its map is written");
    private static final Key<String> COMPOUND = Key.text("compound", "first", "name of the first agent on a plate map");
    private static final Key<String> COMPOUND_2 =
            Key.text("compound2", "second", "name of the second agent on a plate map");

    /** What is written. */
    enum Form {
        TABLE,
        PLATE
    }

    @Override
    public String name() {
        return "combination";
    }

    @Override
    public List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                IC50,
                IC50_2,
                TOP,
                TOP_2,
                HILL,
                HILL_2,
                EXCESS,
                TOP_DOSE,
                TOP_DOSE_2,
                DOSES,
                FOLD,
                REPLICATES,
                SD,
                CV,
                DISPENSING,
                FORM,
                COMPOUND,
                COMPOUND_2));
        keys.addAll(ReaderOutput.keys());
        return keys;
    }

    /** One agent: inhibition from 0 to 1 by dose in nM. */
    private record Agent(double maximum, double ic50, double hillSlope) {
        double effect(double dose) {
            return dose == 0 ? 0 : maximum / (1 + StrictMath.pow(ic50 / dose, hillSlope));
        }
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        Agent first = new Agent(settings.get(TOP) / 100, nanomolar(settings, IC50), settings.get(HILL));
        Agent second = new Agent(settings.get(TOP_2) / 100, nanomolar(settings, IC50_2), settings.get(HILL_2));
        double[] firstDoses = doses(settings, nanomolar(settings, TOP_DOSE));
        double[] secondDoses = doses(settings, nanomolar(settings, TOP_DOSE_2));
        RandomStream random = RandomStream.ofSeed(seed).child("lab combination");
        List<MatrixWell> wells = new ArrayList<>();
        List<Truth> truth = new ArrayList<>();
        double sum = 0;
        int pairs = 0;
        for (double one : firstDoses) {
            for (double two : secondDoses) {
                wells(wells, one, two, first, second, settings, random);
                if (one > 0 && two > 0) {
                    sum += 100 * excess(first.effect(one), second.effect(two), settings);
                    pairs++;
                }
            }
        }
        truth.add(
                new Truth(Map.of("agents", "first + second"), List.of(new TrueValue("blissExcess", sum / pairs, "%"))));
        truth.add(new Truth(Map.of("agent", "first"), List.of(new TrueValue("ic50", first.ic50(), "nM"))));
        truth.add(new Truth(Map.of("agent", "second"), List.of(new TrueValue("ic50", second.ic50(), "nM"))));
        String simulation = "Kindlin virtual lab, combination, seed " + seed;
        if (settings.get(FORM) == Form.TABLE) {
            return new LabBatch(List.of(LabFile.ofText("combination.csv", table(wells, simulation))), truth);
        }
        List<LabFile> files = new CombinationPlate(
                        settings.get(COMPOUND),
                        settings.get(COMPOUND_2),
                        settings.get(SD),
                        ReaderOutput.of(settings, simulation))
                .files(wells, random.child("plate"), faults);
        return new LabBatch(files, truth);
    }

    /** Plates of luminescence, their wells with the doses that the map states; the truth is the mean excess over its pairs. */
    @Override
    public LabBatch performOn(
            List<String> plates, PlateMap map, PlateFormat format, Resolved settings, long seed, Faults faults) {
        Agent first = new Agent(settings.get(TOP) / 100, nanomolar(settings, IC50), settings.get(HILL));
        Agent second = new Agent(settings.get(TOP_2) / 100, nanomolar(settings, IC50_2), settings.get(HILL_2));
        RandomStream root = RandomStream.ofSeed(seed).child("lab combination");
        ReaderOutput output = ReaderOutput.of(settings, "Kindlin virtual lab, combination, seed " + seed);
        List<LabFile> files = new ArrayList<>();
        Map<List<Double>, Double> excesses = new LinkedHashMap<>();
        for (String plate : plates) {
            SortedMap<WellAddress, Reading> readings = new TreeMap<>();
            for (Well well : map.on(plate)) {
                checkNames(well, settings, faults);
                RandomStream own = root.child(plate).child(well.address().toString());
                Doses doses = Doses.of(well);
                if (doses.isPair()) {
                    excesses.put(
                            List.of(doses.first(), doses.second()),
                            100 * excess(first.effect(doses.first()), second.effect(doses.second()), settings));
                }
                readings.put(
                        well.address(),
                        CombinationPlate.counts(
                                well.role() == WellRole.BLANK
                                        ? 0.1 * settings.get(SD) * own.nextGaussian()
                                        : viability(doses.first(), doses.second(), first, second, settings, own)));
            }
            files.add(output.file(
                    LabFile.stem(plate), "COMBINATION", plate, format, List.of(ReaderOutput.luminescence(readings))));
        }
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("compound", settings.get(COMPOUND));
        subject.put("compound2", settings.get(COMPOUND_2));
        double mean =
                excesses.values().stream().mapToDouble(one -> one).average().orElse(0);
        return new LabBatch(files, List.of(new Truth(subject, List.of(new TrueValue("blissExcess", mean, "%")))));
    }

    /** What a plate map says of both agents, in nM. */
    private record Doses(double first, double second) {
        static Doses of(Well well) {
            Quantity concentration = well.concentration();
            SecondAgent other = well.second();
            boolean isSample = well.role() == WellRole.SAMPLE;
            return new Doses(
                    isSample && concentration != null ? concentration.in(Unit.NANOMOLAR) : 0,
                    isSample && other != null ? other.concentration().in(Unit.NANOMOLAR) : 0);
        }

        boolean isPair() {
            return first > 0 && second > 0;
        }
    }

    private static void checkNames(Well well, Resolved settings, Faults faults) {
        SecondAgent other = well.second();
        boolean known = well.compound().equals(settings.get(COMPOUND))
                && (other == null || other.compound().equals(settings.get(COMPOUND_2)));
        if (well.role() == WellRole.SAMPLE && !known) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(COMPOUND.name()),
                    "the truth about the agents of well " + well.address() + " is not stated",
                    "name them under compound and compound2 as the plate map does");
        }
    }

    private static String table(List<MatrixWell> wells, String simulation) {
        StringBuilder csv = new StringBuilder(
                "# " + RawFile.SIMULATED_MARK + ": " + simulation + "\ndose_nM,dose2_nM,replicate,viability_percent\n");
        wells.forEach(well -> csv.append(String.format(
                        Locale.ROOT,
                        "%.6g,%.6g,%d,%.3f%n",
                        well.first(),
                        well.second(),
                        well.replicate(),
                        well.viability())
                .replace("\r", "")));
        return csv.toString();
    }

    private static void wells(
            List<MatrixWell> wells,
            double one,
            double two,
            Agent first,
            Agent second,
            Resolved settings,
            RandomStream random) {
        int replicates = (int) Math.rint(settings.get(REPLICATES));
        for (int replicate = 1; replicate <= replicates; replicate++) {
            double viability = viability(one, two, first, second, settings, random);
            wells.add(new MatrixWell(one, two, replicate, viability));
        }
    }

    private static double viability(
            double one, double two, Agent first, Agent second, Resolved settings, RandomStream random) {
        double spread = settings.get(DISPENSING);
        double e1 = first.effect(one == 0 ? 0 : random.nextLogNormal(one, spread));
        double e2 = second.effect(two == 0 ? 0 : random.nextLogNormal(two, spread));
        double effect = e1 + e2 - e1 * e2 + (one > 0 && two > 0 ? excess(e1, e2, settings) : 0);
        double proportional = settings.get(CV) * (1 - effect);
        double sd = Math.sqrt(settings.get(SD) * settings.get(SD) + proportional * proportional);
        return 100 * (1 - effect) + sd * random.nextGaussian();
    }

    /** Largest at half effect, and gone at none and full. */
    private static double excess(double e1, double e2, Resolved settings) {
        double bliss = e1 + e2 - e1 * e2;
        return settings.get(EXCESS) / 100 * 4 * bliss * (1 - bliss);
    }

    private static double[] doses(Resolved settings, double top) {
        int count = (int) Math.rint(settings.get(DOSES));
        double[] doses = new double[count + 1];
        for (int i = 1; i <= count; i++) {
            doses[i] = top / StrictMath.pow(settings.get(FOLD), count - i);
        }
        return doses;
    }

    private static double nanomolar(Resolved settings, Key<Quantity> key) {
        return settings.get(key).in(Unit.NANOMOLAR);
    }
}
