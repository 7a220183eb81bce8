package org.kindlin.lab.survival;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.numerics.random.RandomStream;

/**
 * A study of four arms (vehicle, each agent, both) with Weibull times whose hazards are proportional, so that the log hazard
 * ratios and their interaction are known. Animals are seen once a day; some leave for other reasons, the rest at the end.
 */
public final class VirtualSurvival implements VirtualAssay {
    private static final Key<Double> MEDIAN =
            Key.number("vehicleMedian", 1, 10_000, "21", "median of the vehicle arm, days");
    private static final Key<Double> SHAPE =
            Key.number("shape", 0.2, 20, "3.5", "Weibull shape; 1 is a constant hazard");
    private static final Key<Double> FIRST =
            Key.number("hazardRatioFirst", 0.001, 1000, "0.35", "hazard ratio of the first agent alone");
    private static final Key<Double> SECOND =
            Key.number("hazardRatioSecond", 0.001, 1000, "0.55", "hazard ratio of the second agent alone");
    private static final Key<Double> INTERACTION = Key.number(
            "hazardRatioInteraction", 0.001, 1000, "1", "factor on the product of both when they are given together");
    private static final Key<Double> ANIMALS = Key.number("animals", 2, 100_000, "10", "animals per arm");
    private static final Key<Double> END = Key.number("end", 1, 100_000, "60", "last day of the study");
    private static final Key<Double> LOSS =
            Key.number("lossPerDay", 0, 1, "0.002", "chance per day to leave for another reason (censored)");
    private static final String[] ARMS = {"vehicle", "second", "first", "both"};

    @Override
    public String name() {
        return "survival";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(MEDIAN, SHAPE, FIRST, SECOND, INTERACTION, ANIMALS, END, LOSS);
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        RandomStream random = RandomStream.ofSeed(seed).child("lab survival");
        StringBuilder csv = new StringBuilder("# " + RawFile.SIMULATED_MARK + ": Kindlin virtual lab, survival, seed "
                + seed + "\nanimal,arm,first,second,time,event\n");
        int animals = (int) Math.rint(settings.get(ANIMALS));
        int animal = 0;
        for (int arm = 0; arm < ARMS.length; arm++) {
            boolean first = (arm & 2) != 0;
            boolean second = (arm & 1) != 0;
            double hazard = (first ? settings.get(FIRST) : 1)
                    * (second ? settings.get(SECOND) : 1)
                    * (first && second ? settings.get(INTERACTION) : 1);
            for (int i = 0; i < animals; i++) {
                csv.append(++animal)
                        .append(',')
                        .append(ARMS[arm])
                        .append(first ? ",1" : ",0")
                        .append(second ? ",1" : ",0");
                csv.append(end(settings, hazard, random));
            }
        }
        return new LabBatch(List.of(LabFile.ofText("survival.csv", csv.toString())), truth(settings));
    }

    /** The day on which an animal's event was seen, or on which it left without one. */
    private static String end(Resolved settings, double hazard, RandomStream random) {
        double scale = settings.get(MEDIAN) / StrictMath.pow(StrictMath.log(2), 1 / settings.get(SHAPE));
        double time = scale * StrictMath.pow(random.nextExponential() / hazard, 1 / settings.get(SHAPE));
        double loss = settings.get(LOSS) > 0
                ? random.nextExponential() / -StrictMath.log1p(-Math.min(0.999999, settings.get(LOSS)))
                : Double.POSITIVE_INFINITY;
        double censored = Math.min(loss, settings.get(END));
        boolean event = time <= censored;
        double day = Math.max(1, Math.ceil(Math.min(time, censored)));
        return String.format(Locale.ROOT, ",%.0f,%d\n", Math.min(day, settings.get(END)), event ? 1 : 0);
    }

    private static List<Truth> truth(Resolved settings) {
        return List.of(
                new Truth(Map.of("term", "first"), ratio(settings.get(FIRST))),
                new Truth(Map.of("term", "second"), ratio(settings.get(SECOND))),
                new Truth(
                        Map.of("combination", "first + second"),
                        List.of(
                                new TrueValue("hazardRatioInteraction", settings.get(INTERACTION), ""),
                                new TrueValue("logHazardInteraction", StrictMath.log(settings.get(INTERACTION)), ""))),
                new Truth(Map.of("arm", "vehicle"), List.of(new TrueValue("median", settings.get(MEDIAN), "d"))));
    }

    private static List<TrueValue> ratio(double ratio) {
        return List.of(
                new TrueValue("logHazardRatio", StrictMath.log(ratio), ""), new TrueValue("hazardRatio", ratio, ""));
    }
}
