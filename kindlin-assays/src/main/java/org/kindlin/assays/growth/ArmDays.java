package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.kindlin.numerics.statistics.Descriptive;

/** The readings of every arm by day, gathered once. */
final class ArmDays {
    /** Days beyond which those with a single animal in an arm are no visits but chance. */
    private static final int MANY = 60;

    private static final Group NOBODY = new Group(new double[0], new double[0], new double[0]);

    private final Map<String, Arm> arms = new LinkedHashMap<>();
    private final List<Double> days;

    private record Arm(int animals, int starts, double startDay, Map<Double, Group> groups) {}

    /** The volumes of an arm on a day, relative to each animal's own start, and above it. */
    record Group(double[] volumes, double[] relative, double[] gains) {
        double varianceOfMeanGain() {
            return Descriptive.variance(gains) / gains.length;
        }
    }

    private static final class Gathered {
        private final List<Double> volumes = new ArrayList<>();
        private final List<Double> relative = new ArrayList<>();
        private final List<Double> gains = new ArrayList<>();

        private void add(double volume, OptionalDouble baseline) {
            volumes.add(volume);
            baseline.ifPresent(base -> {
                relative.add(volume / base);
                gains.add(volume - base);
            });
        }

        private Group group() {
            return new Group(array(volumes), array(relative), array(gains));
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private ArmDays(GrowthData study) {
        study.arms().forEach(arm -> arms.put(arm, arm(study.of(arm))));
        days = study.days();
    }

    static ArmDays of(GrowthData study) {
        return new ArmDays(study);
    }

    private static Arm arm(List<Animal> animals) {
        Map<Double, Gathered> gathered = new TreeMap<>();
        int starts = 0;
        double startDay = Double.POSITIVE_INFINITY;
        for (Animal animal : animals) {
            OptionalDouble base = animal.baseline();
            if (base.isPresent()) {
                starts++;
                startDay = Math.min(startDay, animal.volumes().getFirst().day());
            }
            for (Reading reading : animal.course()) {
                gathered.computeIfAbsent(reading.day(), _ -> new Gathered())
                        .add(reading.volume().orElseThrow(), base);
            }
        }
        Map<Double, Group> groups = new HashMap<>();
        gathered.forEach((day, found) -> groups.put(day, found.group()));
        return new Arm(animals.size(), starts, startDay, groups);
    }

    List<String> arms() {
        return List.copyOf(arms.keySet());
    }

    private Arm arm(String name) {
        return Objects.requireNonNull(arms.get(name));
    }

    /** Animals of an arm whose first volume is known. */
    int starts(String name) {
        return arm(name).starts;
    }

    /** The first day of an arm. */
    double startDay(String name) {
        return arm(name).startDay;
    }

    Group group(String name, double day) {
        return arm(name).groups.getOrDefault(day, NOBODY);
    }

    /** Whether at least half of every arm was measured on a day. */
    boolean hasHalfOfEveryArm(double day) {
        return arms.values().stream()
                .allMatch(arm -> 2 * arm.groups.getOrDefault(day, NOBODY).volumes.length >= arm.animals);
    }

    /** Days worth a comparison: all, or of many those with two animals in some arm. */
    List<Double> compared() {
        return days.size() <= MANY
                ? days
                : days.stream()
                        .filter(day -> arms.values().stream()
                                .anyMatch(arm -> arm.groups.getOrDefault(day, NOBODY).volumes.length > 1))
                        .toList();
    }

    List<Double> days() {
        return days;
    }
}
