package org.kindlin.mechanism.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.PetabProblem;
import org.kindlin.mechanism.petab.PetabValue;

/**
 * An observable over time under one condition, with the placeholders of the measurements that it stands beside.
 *
 * @param times ascending; one infinite time for a state of rest
 * @param measured measurements of this curve by their place in the table
 */
public record PredictionCurve(
        Optional<String> preequilibration,
        String condition,
        String observable,
        List<PetabValue> observableParameters,
        List<PetabValue> noiseParameters,
        double[] times,
        List<Integer> measured) {
    public PredictionCurve {
        observableParameters = List.copyOf(observableParameters);
        noiseParameters = List.copyOf(noiseParameters);
        measured = List.copyOf(measured);
    }

    private record Key(
            Optional<String> preequilibration,
            String condition,
            String observable,
            List<PetabValue> observableParameters,
            List<PetabValue> noiseParameters) {}

    /**
     * A curve for every observable, condition and choice of placeholders that was measured, from the start to its last
     * measurement, as dense as those are; where only the state of rest was measured, that.
     *
     * @param points how many times, at least two
     */
    public static List<PredictionCurve> of(PetabProblem problem, int points) {
        Map<Key, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < problem.measurements().size(); i++) {
            Measurement each = problem.measurements().get(i);
            Key key = new Key(
                    each.preequilibration(),
                    each.condition(),
                    each.observable(),
                    each.observableParameters(),
                    each.noiseParameters());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        List<PredictionCurve> curves = new ArrayList<>();
        groups.forEach((key, measured) -> curves.add(new PredictionCurve(
                key.preequilibration(),
                key.condition(),
                key.observable(),
                key.observableParameters(),
                key.noiseParameters(),
                times(problem, measured, points),
                measured)));
        return curves;
    }

    private static double[] times(PetabProblem problem, List<Integer> measured, int points) {
        double[] known = DoubleStream.concat(
                        DoubleStream.of(0),
                        measured.stream()
                                .mapToDouble(i -> problem.measurements().get(i).time()))
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        if (known.length < 2) {
            boolean start = measured.stream()
                    .anyMatch(i -> Double.isFinite(problem.measurements().get(i).time()));
            return new double[] {start ? 0 : Double.POSITIVE_INFINITY};
        }
        double[] times = new double[points];
        for (int i = 0; i < points; i++) {
            double place = (double) i * (known.length - 1) / (points - 1);
            int before = Math.min((int) place, known.length - 2);
            times[i] = known[before] + (place - before) * (known[before + 1] - known[before]);
        }
        return times;
    }

    /** Rows of a measurement table without values. */
    List<Measurement> rows() {
        List<Measurement> rows = new ArrayList<>();
        for (double time : times) {
            rows.add(new Measurement(
                    0,
                    observable,
                    preequilibration,
                    condition,
                    time,
                    Double.NaN,
                    observableParameters,
                    noiseParameters,
                    Optional.empty()));
        }
        return rows;
    }
}
