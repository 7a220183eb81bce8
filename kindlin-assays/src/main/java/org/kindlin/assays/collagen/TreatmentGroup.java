package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.calibration.Treatment;
import org.kindlin.assays.uncertainty.Measured;

/**
 * The cultures of one treatment, seen through one fraction and one denominator.
 *
 * @param fraction empty where there is one extract only
 * @param name name of the estimate
 * @param cultures how many there are
 * @param censored how many of them have no number
 * @param mean over cultures, with what they differ by and what they share through the curve
 * @param divisorExact whether the divisor of a single culture was taken as exact
 */
record TreatmentGroup(
        Treatment treatment,
        String fraction,
        String name,
        String unit,
        int cultures,
        int censored,
        Optional<Measured> mean,
        boolean divisorExact) {

    /** A culture's amount with its divisor. */
    record Share(Amount amount, double divisor) {}

    /**
     * The group of these cultures. Mean of amounts over mean of divisors; its own error is the scatter of the cultures about
     * that ratio (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, 2.11), that of a single culture its reading's and the
     * divisor's CV.
     */
    static TreatmentGroup of(
            Treatment treatment,
            String fraction,
            PerUnit per,
            List<Share> shares,
            OptionalDouble divisorCv,
            double level) {
        List<Measured> known = shares.stream()
                .flatMap(share -> share.amount().known().stream())
                .toList();
        int censored = shares.size() - known.size();
        boolean alone = shares.size() == 1 && per != PerUnit.CULTURE;
        Optional<Measured> mean = censored > 0 || known.isEmpty()
                ? Optional.empty()
                : Optional.of(mean(shares, known, divisorCv.orElse(0), level).times(per.factor()));
        return new TreatmentGroup(
                treatment,
                fraction,
                per.estimate(),
                per.unit(),
                shares.size(),
                censored,
                mean,
                alone && divisorCv.isEmpty());
    }

    /** The same of concentrations, where volumes are not stated. */
    static TreatmentGroup ofConcentrations(
            Treatment treatment, String fraction, String unit, List<Amount> amounts, double level) {
        List<Share> shares =
                amounts.stream().map(amount -> new Share(amount, 1)).toList();
        TreatmentGroup group = of(treatment, fraction, PerUnit.CULTURE, shares, OptionalDouble.empty(), level);
        return new TreatmentGroup(
                treatment, fraction, "meanConcentration", unit, group.cultures, group.censored, group.mean, false);
    }

    private static Measured mean(List<Share> shares, List<Measured> known, double divisorCv, double level) {
        int n = known.size();
        double divisor = shares.stream().mapToDouble(Share::divisor).sum() / n;
        List<Double> factors = new ArrayList<>();
        known.forEach(_ -> factors.add(1 / (n * divisor)));
        Measured sum = Measured.weightedSum(known, factors, level);
        if (n == 1) {
            double own = Math.hypot(sum.own(), sum.value() * divisorCv);
            return divisorCv == 0
                    ? sum
                    : Measured.of(sum.value(), own, sum.ownDf(), sum.shared(), sum.sharedDf(), level);
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = known.get(i).value() - sum.value() * shares.get(i).divisor();
            squares += off * off;
        }
        double own = Math.sqrt(squares / (n * (n - 1.0))) / divisor;
        return Measured.of(sum.value(), own, n - 1, sum.shared(), sum.sharedDf(), level);
    }

    /** Under which words the group's results stand. */
    Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("compound", treatment.isStated() ? treatment.compound() : "not stated");
        if (!treatment.form().isEmpty()) {
            subject.put("form", treatment.form());
        }
        if (!treatment.dose().isEmpty()) {
            subject.put("dose", treatment.dose());
        }
        if (!fraction.isEmpty()) {
            subject.put("fraction", fraction);
        }
        return subject;
    }

    /** The treatment as sentences and axes name it. */
    String label() {
        return treatment.label();
    }
}
