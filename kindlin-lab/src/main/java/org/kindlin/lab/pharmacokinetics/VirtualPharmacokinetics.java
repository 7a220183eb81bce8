package org.kindlin.lab.pharmacokinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.numerics.random.RandomStream;

/**
 * Plasma concentrations after one oral dose by a one-compartment model with first-order absorption, differing between
 * subjects, with proportional noise and a limit of quantification.
 *
 * <p>The defaults are assumptions of the order expected for defactinib, not measurements.
 */
public final class VirtualPharmacokinetics implements VirtualAssay {
    private static final Key<Quantity> DOSE = Key.positive("dose", Unit.MILLIGRAM, "400 mg", "oral dose");
    private static final Key<Double> CLEARANCE =
            Key.number("clearance", 1e-6, 1e6, "100", "typical CL/F, L/h (an assumption)");
    private static final Key<Double> VOLUME = Key.number("volume", 1e-6, 1e9, "1000", "typical V/F, L (an assumption)");
    private static final Key<Double> ABSORPTION =
            Key.number("absorptionRate", 1e-6, 1e6, "1", "typical first-order absorption, 1/h (an assumption)");
    private static final Key<Double> BETWEEN =
            Key.number("betweenSubjectCv", 0, 200, "50", "variation of CL/F and V/F between subjects, %");
    private static final Key<Double> SUBJECTS = Key.number("subjects", 1, 10_000, "8", "number of subjects");
    private static final Key<Double> NOISE =
            Key.number("residualCv", 0, 100, "8", "proportional error of a measured concentration, %");
    private static final Key<Quantity> LIMIT =
            Key.positive("lloq", Unit.NANOGRAM_PER_MILLILITRE, "1 ng/mL", "lower limit of quantification");
    private static final Key<List<Double>> TIMES = new Key<>(
            "times",
            "numbers, separated by commas",
            "h",
            "0,0.5,1,1.5,2,3,4,6,8,12,24,36,48",
            "sampling times after the dose",
            VirtualPharmacokinetics::times,
            times -> new Value.Text(
                    String.join(",", times.stream().map(Object::toString).toList())));

    @Override
    public String name() {
        return "pharmacokinetics";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(DOSE, CLEARANCE, VOLUME, ABSORPTION, BETWEEN, SUBJECTS, NOISE, LIMIT, TIMES);
    }

    private static Optional<List<Double>> times(String text) {
        List<Double> times = new ArrayList<>();
        for (String part : NameList.of(text)) {
            Optional<Quantity> time =
                    Quantity.parse(part, Unit.HOUR).filter(found -> found.unit() == Unit.HOUR && found.value() >= 0);
            if (time.isEmpty() || (!times.isEmpty() && time.get().value() <= times.getLast())) {
                return Optional.empty();
            }
            times.add(time.get().value());
        }
        return times.isEmpty() ? Optional.empty() : Optional.of(times);
    }

    /** One subject: apparent clearance (L/h), apparent volume (L), absorption (1/h). */
    private record Subject(double clearance, double volume, double absorption) {
        double elimination() {
            return clearance / volume;
        }

        /** The rate that is seen at the end: elimination, or absorption where that is slower (flip-flop). */
        double terminalRate() {
            return Math.min(elimination(), absorption);
        }

        /** mg/L after a dose in mg (Gibaldi and Perrier, Pharmacokinetics, 2nd ed., eq. 1.94); its limit where the rates meet. */
        double at(double time, double dose) {
            double k = elimination();
            double difference = absorption - k;
            double shape = Math.abs(difference) < 1e-9 * absorption
                    ? time * StrictMath.exp(-k * time)
                    : (StrictMath.exp(-k * time) - StrictMath.exp(-absorption * time)) / difference;
            return dose * absorption / volume * shape;
        }
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        double dose = settings.get(DOSE).in(Unit.MILLIGRAM);
        RandomStream random = RandomStream.ofSeed(seed).child("lab pharmacokinetics");
        StringBuilder csv = new StringBuilder("# " + RawFile.SIMULATED_MARK
                + ": Kindlin virtual lab, pharmacokinetics, seed " + seed
                + "\nsubject,dose_mg,time_h,concentration_ng/mL\n");
        List<Truth> truth = new ArrayList<>();
        int subjects = (int) Math.rint(settings.get(SUBJECTS));
        for (int i = 1; i <= subjects; i++) {
            RandomStream own = random.child(i);
            Subject subject = subject(settings, own);
            String name = String.format(Locale.ROOT, "S%02d", i);
            settings.get(TIMES)
                    .forEach(time -> csv.append(name)
                            .append(String.format(Locale.ROOT, ",%.6g,%.6g,", dose, time))
                            .append(measured(subject.at(time, dose), settings, own))
                            .append('\n'));
            truth.add(new Truth(
                    Map.of("subject", name),
                    List.of(
                            new TrueValue("aucInf", 1000 * dose / subject.clearance(), "h*ng/mL"),
                            new TrueValue("clearance", subject.clearance(), "L/h"),
                            new TrueValue("lambdaZ", subject.terminalRate(), "1/h"),
                            new TrueValue("halfLife", StrictMath.log(2) / subject.terminalRate(), "h"))));
        }
        return new LabBatch(List.of(LabFile.ofText("pharmacokinetics.csv", csv.toString())), truth);
    }

    private static Subject subject(Resolved settings, RandomStream random) {
        double spread = logSd(settings.get(BETWEEN));
        return new Subject(
                random.nextLogNormal(settings.get(CLEARANCE), spread),
                random.nextLogNormal(settings.get(VOLUME), spread),
                settings.get(ABSORPTION));
    }

    private static String measured(double milligramPerLitre, Resolved settings, RandomStream random) {
        double value = 1000 * random.nextLogNormal(milligramPerLitre, logSd(settings.get(NOISE)));
        double limit = settings.get(LIMIT).in(Unit.NANOGRAM_PER_MILLILITRE);
        return value < limit
                ? "<" + String.format(Locale.ROOT, "%.6g", limit)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    private static double logSd(double cvPercent) {
        double cv = cvPercent / 100;
        return Math.sqrt(StrictMath.log1p(cv * cv));
    }
}
