package org.kindlin.lab.response;

import java.util.ArrayList;
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
 * Two arms of patients with up to three target lesions, measured every eight weeks to the millimetre. Responders shrink well
 * beyond the threshold and hold it for two visits at least; the others stay or grow: so each arm's response rate is known.
 */
public final class VirtualResponse implements VirtualAssay {
    private static final Key<Double> RATE =
            Key.number("responseRate", 0, 1, "0.4", "chance of a confirmed response in the treated arm");
    private static final Key<Double> CONTROL =
            Key.number("controlRate", 0, 1, "0.1", "chance of a confirmed response in the control arm");
    private static final Key<Double> PATIENTS = Key.number("patients", 1, 10_000, "30", "patients per arm");
    private static final Key<Double> VISITS = Key.number("visits", 3, 50, "6", "visits after baseline");
    private static final Key<Double> LOST =
            Key.number("lost", 0, 1, "0.05", "chance that a patient has no visit after baseline: not evaluable");
    private static final int DAYS = 56;

    @Override
    public String name() {
        return "response";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(RATE, CONTROL, PATIENTS, VISITS, LOST);
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        RandomStream random = RandomStream.ofSeed(seed).child("lab response");
        StringBuilder csv = new StringBuilder("# " + RawFile.SIMULATED_MARK + ": Kindlin virtual lab, response, seed "
                + seed + "\npatient,arm,day,lesion,kind,diameter\n");
        int patients = (int) Math.rint(settings.get(PATIENTS));
        List<Truth> truth = new ArrayList<>();
        for (String arm : List.of("treated", "control")) {
            double rate = arm.equals("treated") ? settings.get(RATE) : settings.get(CONTROL);
            double evaluable = 1 - settings.get(LOST);
            for (int i = 1; i <= patients; i++) {
                boolean lost = random.nextDouble() < settings.get(LOST);
                boolean responds = random.nextDouble() < rate;
                patient(csv, arm + "-" + i, arm, responds, lost, (int) Math.rint(settings.get(VISITS)), random);
            }
            truth.add(new Truth(Map.of("arm", arm), List.of(new TrueValue("orr", rate * evaluable, ""))));
        }
        double difference = (settings.get(RATE) - settings.get(CONTROL)) * (1 - settings.get(LOST));
        truth.add(new Truth(
                Map.of("comparison", "treated vs control"), List.of(new TrueValue("riskDifference", difference, ""))));
        return new LabBatch(List.of(LabFile.ofText("lesions.csv", csv.toString())), truth);
    }

    private static void patient(
            StringBuilder csv, String id, String arm, boolean responds, boolean lost, int visits, RandomStream random) {
        int lesions = 1 + random.nextInt(3);
        double[] baseline = new double[lesions];
        for (int l = 0; l < lesions; l++) {
            baseline[l] = 20 + 60 * random.nextDouble();
            row(csv, id, arm, -random.nextInt(14), l, baseline[l]);
        }
        double depth = responds ? random.nextUniform(0.2, 0.55) : random.nextUniform(0.85, 1.1);
        int growsFrom = responds ? 3 + random.nextInt(visits) : 1 + random.nextInt(visits);
        for (int visit = 1; visit <= visits && !lost; visit++) {
            double factor = depth + (visit > growsFrom ? 0.35 * (visit - growsFrom) : 0);
            for (int l = 0; l < lesions; l++) {
                row(csv, id, arm, DAYS * visit, l, baseline[l] * factor);
            }
        }
    }

    private static void row(StringBuilder csv, String id, String arm, int day, int lesion, double diameter) {
        csv.append(String.format(
                Locale.ROOT, "%s,%s,%d,T%d,target,%.0f\n", id, arm, day, lesion + 1, Math.max(0, diameter)));
    }
}
