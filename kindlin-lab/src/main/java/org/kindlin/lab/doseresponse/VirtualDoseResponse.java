package org.kindlin.lab.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.numerics.random.RandomStream;

/** Tidy dose-response tables whose four-parameter logistic truth is known. */
public final class VirtualDoseResponse implements VirtualAssay {
    private static final Key<Double> CURVES = Key.number("curves", 1, 100_000, "3", "number of curves");
    private static final Key<Quantity> IC50 =
            Key.positive("ic50", Unit.NANOMOLAR, "30 nM", "median of the true ic50 over curves");
    private static final Key<Double> IC50_SPREAD =
            Key.number("ic50Log10Sd", 0, 5, "0.3", "standard deviation of log10 ic50 over curves");
    private static final Key<Double> HILL = Key.number("hillSlope", 0.05, 20, "1", "median true Hill slope");
    private static final Key<Double> HILL_SPREAD =
            Key.number("hillSlopeLogSd", 0, 2, "0.1", "ln standard deviation of the Hill slope over curves");
    private static final Key<Double> TOP = Key.number("top", "100", "response without compound");
    private static final Key<Double> BOTTOM = Key.number("bottom", "0", "response at saturation");
    private static final Key<Quantity> TOP_DOSE = Key.positive("topDose", Unit.NANOMOLAR, "10 uM", "highest dose");
    private static final Key<Double> DOSES = Key.number("doses", 3, 100, "10", "doses per curve");
    private static final Key<Double> FOLD =
            Key.number("fold", 1.01, 1000, "3.1622776601683795", "dilution factor from dose to dose");
    private static final Key<Double> REPLICATES = Key.number("replicates", 1, 100, "3", "replicates per dose");
    private static final Key<Double> SD = Key.number("sd", 0, 1e6, "3", "additive noise, standard deviation");
    private static final Key<Double> CV =
            Key.number("cvPercent", 0, 100, "2", "multiplicative noise, coefficient of variation in %");
    private static final Key<Double> DISPENSING =
            Key.number("dispensingLogSd", 0, 1, "0.03", "ln standard deviation of the dose truly delivered");
    private static final Key<Double> OUTLIERS =
            Key.number("outlierPercent", 0, 100, "0", "responses replaced by a uniform draw between bottom and top");

    @Override
    public String name() {
        return "dose-response";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(
                CURVES,
                IC50,
                IC50_SPREAD,
                HILL,
                HILL_SPREAD,
                TOP,
                BOTTOM,
                TOP_DOSE,
                DOSES,
                FOLD,
                REPLICATES,
                SD,
                CV,
                DISPENSING,
                OUTLIERS);
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        RandomStream root = RandomStream.ofSeed(seed).child("lab dose-response");
        StringBuilder csv = new StringBuilder("# " + RawFile.SIMULATED_MARK
                + ": Kindlin virtual lab, dose-response, seed " + seed + "\ncurve,dose_nM,replicate,response\n");
        List<Truth> truth = new ArrayList<>();
        for (int curve = 1; curve <= whole(settings, CURVES); curve++) {
            RandomStream stream = root.child(curve);
            TrueCurve drawn = draw(settings, stream);
            write(csv, "c" + curve, drawn, settings, stream.child("wells"));
            truth.add(new Truth(Map.of("curve", "c" + curve), drawn.values()));
        }
        return new LabBatch(List.of(LabFile.ofText("dose-response.csv", csv.toString())), truth);
    }

    private static TrueCurve draw(Resolved settings, RandomStream stream) {
        double ic50 = settings.get(IC50).in(Unit.NANOMOLAR)
                * StrictMath.pow(10, settings.get(IC50_SPREAD) * stream.nextGaussian());
        double hill = stream.nextLogNormal(settings.get(HILL), settings.get(HILL_SPREAD));
        return new TrueCurve(ic50, hill, settings.get(TOP), settings.get(BOTTOM));
    }

    private static void write(StringBuilder csv, String name, TrueCurve curve, Resolved settings, RandomStream stream) {
        double topDose = settings.get(TOP_DOSE).in(Unit.NANOMOLAR);
        int doses = whole(settings, DOSES);
        for (int i = 0; i < doses; i++) {
            double dose = topDose / StrictMath.pow(settings.get(FOLD), doses - 1 - i);
            for (int replicate = 1; replicate <= whole(settings, REPLICATES); replicate++) {
                double response = respond(curve, dose, settings, stream);
                csv.append(String.format(Locale.ROOT, "%s,%.6g,%d,%.4f%n", name, dose, replicate, response)
                        .replace("\r", ""));
            }
        }
    }

    private static double respond(TrueCurve curve, double dose, Resolved settings, RandomStream stream) {
        double delivered = stream.nextLogNormal(dose, settings.get(DISPENSING));
        double clean = curve.at(delivered);
        double noisy =
                clean * (1 + settings.get(CV) / 100 * stream.nextGaussian()) + settings.get(SD) * stream.nextGaussian();
        double stray = stream.nextUniform(curve.bottom(), curve.top());
        return stream.nextDouble() < settings.get(OUTLIERS) / 100 ? stray : noisy;
    }

    private static int whole(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }
}
