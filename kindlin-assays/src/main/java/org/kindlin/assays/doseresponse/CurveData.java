package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * The observations of one dose-response curve, ordered by dose and response: the order in which they came cannot change
 * any answer.
 *
 * @param subject what the curve is of, in order: {@code compound=defactinib, target=FAK}
 */
public record CurveData(Map<String, String> subject, List<Observation> observations) {

    public CurveData {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
        observations = observations.stream()
                .sorted(Comparator.comparingDouble(Observation::logDose).thenComparingDouble(Observation::response))
                .toList();
    }

    /** A curve from doses on their linear scale (zero included) and responses, pairwise. */
    public static CurveData ofDoses(Map<String, String> subject, double[] dose, double[] response) {
        if (dose.length != response.length) {
            throw new IllegalArgumentException(dose.length + " doses, " + response.length + " responses");
        }
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < dose.length; i++) {
            observations.add(Observation.atDose(dose[i], response[i]));
        }
        return new CurveData(subject, observations);
    }

    /** One over the variance of every observation where a curve over the logarithmic dose expects it to lie. */
    public double[] inverseVariances(DoubleUnaryOperator curve) {
        return observations.stream()
                .mapToDouble(o -> 1 / o.variance().at(curve.applyAsDouble(o.logDose())))
                .toArray();
    }

    /** The same observations, every one with the variance it has on this curve, whatever is fitted to them next. */
    public CurveData withVariancesHeldAt(DoubleUnaryOperator curve) {
        return new CurveData(
                subject,
                observations.stream()
                        .map(o -> o.with(
                                new ResponseVariance.Constant(o.variance().at(curve.applyAsDouble(o.logDose())))))
                        .toList());
    }

    /** What the curve is of, in a few words: the values of the subject. */
    public String label() {
        return subject.isEmpty() ? "all data" : String.join(", ", subject.values());
    }

    /** The tested doses, where there is one that is not zero. */
    public Optional<TestedRange> range() {
        List<Double> dosed = dosed();
        return dosed.isEmpty() ? Optional.empty() : Optional.of(new TestedRange(dosed.getFirst(), dosed.getLast()));
    }

    /** The different doses above zero, ascending, as common logarithms. */
    public List<Double> dosed() {
        return observations.stream()
                .filter(observation -> !observation.isZeroDose())
                .map(Observation::logDose)
                .distinct()
                .toList();
    }

    /** Responses without compound. */
    public double[] zeroDoseResponses() {
        return observations.stream()
                .filter(Observation::isZeroDose)
                .mapToDouble(Observation::response)
                .toArray();
    }

    /** The mean response without compound, where it was measured. */
    public OptionalDouble zeroDoseMean() {
        double[] responses = zeroDoseResponses();
        return responses.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Descriptive.mean(responses));
    }

    /** Responses at one dose. */
    public double[] responsesAt(double logDose) {
        return observations.subList(firstAbove(logDose, false), firstAbove(logDose, true)).stream()
                .mapToDouble(Observation::response)
                .toArray();
    }

    /** The index of the first observation above a dose, or at or above it; by bisection, as they are in order. */
    private int firstAbove(double logDose, boolean strictly) {
        int low = 0;
        int high = observations.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            double here = observations.get(middle).logDose();
            boolean above = strictly ? here > logDose : here >= logDose;
            low = above ? low : middle + 1;
            high = above ? middle : high;
        }
        return low;
    }

    /** The different doses, ascending, as logarithms; zero dose first where present. */
    public double[] logDoses() {
        return observations.stream()
                .mapToDouble(Observation::logDose)
                .distinct()
                .toArray();
    }
}
