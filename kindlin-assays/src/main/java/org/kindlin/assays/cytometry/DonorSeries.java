package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * One quantity over files of donors at doses.
 *
 * @param points one per file
 */
record DonorSeries(List<Point> points) {

    /** The quantity in one file; dose 0 is vehicle. */
    record Point(String donor, double dose, double value) {}

    DonorSeries {
        points = List.copyOf(points);
    }

    /** Whether there are donors with a vehicle, so that changes from it can be told. */
    boolean isPaired() {
        return points.stream().anyMatch(point -> point.dose() == 0);
    }

    /** Whether there is a dose above vehicle. */
    boolean hasDoses() {
        return points.stream().anyMatch(point -> point.dose() > 0);
    }

    /** Values less the mean of the same donor's vehicle, without donors that have none; as they are where none has one. */
    DonorSeries lessVehicle() {
        if (!isPaired()) {
            return this;
        }
        Map<String, Double> vehicle = vehicle();
        return new DonorSeries(points.stream()
                .filter(point -> vehicle.containsKey(point.donor()))
                .map(point -> new Point(
                        point.donor(), point.dose(), point.value() - vehicle.getOrDefault(point.donor(), 0.0)))
                .toList());
    }

    double topDose() {
        return points.stream().mapToDouble(Point::dose).max().orElse(0);
    }

    /** Mean of each donor at the highest dose less that of its vehicle, of donors that have both, by name. */
    double[] topShifts() {
        Map<String, Double> vehicle = vehicle();
        double top = topDose();
        return means(points.stream()
                        .filter(point -> top > 0 && point.dose() == top && vehicle.containsKey(point.donor()))
                        .toList())
                .entrySet()
                .stream()
                .mapToDouble(donor -> donor.getValue() - vehicle.getOrDefault(donor.getKey(), 0.0))
                .toArray();
    }

    double[] doses() {
        return points.stream().mapToDouble(Point::dose).toArray();
    }

    double[] values() {
        return points.stream().mapToDouble(Point::value).toArray();
    }

    private Map<String, Double> vehicle() {
        return means(points.stream().filter(point -> point.dose() == 0).toList());
    }

    private static Map<String, Double> means(List<Point> points) {
        Map<String, List<Double>> values = new HashMap<>();
        points.forEach(point ->
                values.computeIfAbsent(point.donor(), _ -> new ArrayList<>()).add(point.value()));
        Map<String, Double> means = new TreeMap<>();
        values.forEach((donor, own) -> means.put(
                donor,
                Descriptive.mean(own.stream().mapToDouble(Double::doubleValue).toArray())));
        return means;
    }
}
