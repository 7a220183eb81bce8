package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kindlin.fault.Faults;

/** What the tables say of one digitised curve, as it is found. */
final class DigitisedPoints {
    private static final int MOST_POINTS = 20_000;
    private static final double NOISE = 0.05;

    final List<Point> survival = new ArrayList<>();
    final List<Point> atRisk = new ArrayList<>();
    final Set<Integer> events = new TreeSet<>();
    List<Boolean> factors = List.of();
    private final String file;

    DigitisedPoints(String file) {
        this.file = file;
    }

    /** A value at a time. */
    record Point(double time, double value) {}

    /** The curve of an arm; empty where faults were added. */
    Optional<DigitisedArm> arm(String name, List<String> factorColumns, Faults faults) {
        Faults own = new Faults();
        String who = name.isEmpty() ? "the curve" : "the curve of " + name;
        survival.sort(DigitisedTable.FALLING);
        atRisk.sort(DigitisedTable.FALLING);
        points(who, own);
        numbers(who, own);
        events(who, own);
        if (factors.size() != factorColumns.size()) {
            own.add(
                    file,
                    "",
                    who + " does not say which agents were given",
                    "fill " + String.join(" and ", factorColumns) + " in its rows");
        }
        own.all().forEach(faults::add);
        return own.any() ? Optional.empty() : Optional.of(arm(name));
    }

    private void points(String who, Faults faults) {
        if (survival.size() < 2 || survival.size() > MOST_POINTS) {
            faults.add(
                    file,
                    "",
                    who + " has " + survival.size() + " points",
                    "read 2 to " + MOST_POINTS + " points off it");
            return;
        }
        double scale = scale();
        if (survival.stream().anyMatch(point -> point.value < -NOISE * scale || point.value > (1 + NOISE) * scale)) {
            faults.add(file, "", who + " leaves 0 to 1 (or 0 to 100 %)", "calibrate the axis and read it again");
        }
        if (survival.getLast().value > survival.getFirst().value + NOISE * scale) {
            faults.add(file, "", who + " rises", "give survival, which is 1 less the cumulative incidence");
        }
    }

    private void numbers(String who, Faults faults) {
        if (atRisk.isEmpty() || atRisk.getFirst().time > 0 || atRisk.getFirst().value < 1) {
            faults.add(
                    file,
                    "",
                    who + " has no number at risk at time 0",
                    "add a row with time 0 and the number of subjects (column 'at risk')");
            return;
        }
        for (int i = 1; i < atRisk.size(); i++) {
            if (atRisk.get(i).value > atRisk.get(i - 1).value || atRisk.get(i).time == atRisk.get(i - 1).time) {
                faults.add(
                        file,
                        "",
                        who + ": numbers at risk do not fall with time",
                        "give one number for each time, as printed below the curve");
                return;
            }
        }
    }

    private void events(String who, Faults faults) {
        if (events.size() > 1) {
            faults.add(
                    file,
                    "",
                    who + " has several numbers of events: " + events,
                    "give the number of all its events once");
        } else if (!atRisk.isEmpty() && events.stream().anyMatch(number -> number > atRisk.getFirst().value)) {
            faults.add(
                    file,
                    "",
                    who + " has more events (" + events.iterator().next() + ") than subjects",
                    "give the number of all its events");
        }
    }

    /** 100 where the curve is in percent, as one that reaches above 1.5 must be. */
    private double scale() {
        return survival.stream().anyMatch(point -> point.value > 1.5) ? 100 : 1;
    }

    private DigitisedArm arm(String name) {
        double scale = scale();
        List<Point> points = new ArrayList<>(survival);
        if (points.getFirst().time > 0) {
            points.addFirst(new Point(0, scale));
        }
        double[] fractions = points.stream()
                .mapToDouble(point -> Math.clamp(point.value / scale, 0, 1))
                .toArray();
        fractions[0] = 1;
        return new DigitisedArm(
                file,
                name,
                points.stream().mapToDouble(Point::time).toArray(),
                fractions,
                atRisk.stream().mapToDouble(Point::time).toArray(),
                atRisk.stream().mapToInt(point -> (int) point.value).toArray(),
                events.stream().mapToInt(Integer::intValue).findFirst(),
                factors);
    }
}
