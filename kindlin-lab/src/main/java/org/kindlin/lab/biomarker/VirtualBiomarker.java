package org.kindlin.lab.biomarker;

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

/** Log-normal values of a marker before and after, whose geometric mean ratio is known; values below the limit are written so. */
public final class VirtualBiomarker implements VirtualAssay {
    private static final Key<Double> CHANGE =
            Key.number("percentChange", -99.9, 10_000, "-75", "true change of the geometric mean, percent");
    private static final Key<Double> SUBJECTS = Key.number("subjects", 2, 100_000, "12", "subjects");
    private static final Key<Double> BASELINE = Key.number("baseline", 1e-6, 1e9, "180", "geometric mean before");
    private static final Key<Double> BETWEEN =
            Key.number("betweenLogSd", 0, 5, "0.4", "ln standard deviation between subjects");
    private static final Key<Double> WITHIN =
            Key.number("withinLogSd", 0, 5, "0.25", "ln standard deviation of a value within its subject");
    private static final Key<Double> LIMIT =
            Key.number("lloq", 0, 1e9, "0", "lower limit of quantification; smaller values are written as below it");

    @Override
    public String name() {
        return "biomarker";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(CHANGE, SUBJECTS, BASELINE, BETWEEN, WITHIN, LIMIT);
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        RandomStream random = RandomStream.ofSeed(seed).child("lab biomarker");
        StringBuilder csv = new StringBuilder("# " + RawFile.SIMULATED_MARK + ": Kindlin virtual lab, biomarker, seed "
                + seed + "\nid,marker,before,after\n");
        double ratio = 1 + settings.get(CHANGE) / 100;
        for (int i = 1; i <= (int) Math.rint(settings.get(SUBJECTS)); i++) {
            double level = random.nextLogNormal(settings.get(BASELINE), settings.get(BETWEEN));
            double before = random.nextLogNormal(level, settings.get(WITHIN));
            double after = random.nextLogNormal(level * ratio, settings.get(WITHIN));
            csv.append(i)
                    .append(",pFAK,")
                    .append(text(before, settings))
                    .append(',')
                    .append(text(after, settings))
                    .append('\n');
        }
        Truth truth = new Truth(
                Map.of("marker", "pFAK"),
                List.of(
                        new TrueValue("percentChange", settings.get(CHANGE), "%"),
                        new TrueValue("geometricMeanRatio", ratio, "")));
        return new LabBatch(List.of(LabFile.ofText("biomarker.csv", csv.toString())), List.of(truth));
    }

    private static String text(double value, Resolved settings) {
        double limit = settings.get(LIMIT);
        return value < limit ? String.format(Locale.ROOT, "<%.6g", limit) : String.format(Locale.ROOT, "%.6g", value);
    }
}
