package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** Records of exposure become intervals of study days; what contradicts itself is a fault, what leaves doses open a warning. */
final class ExposureDays {
    private final Function<StudyDays.When, OptionalDouble> day;
    private final Faults faults;
    private final Map<String, List<String>> open = new LinkedHashMap<>();

    ExposureDays(Function<StudyDays.When, OptionalDouble> day, Faults faults) {
        this.day = day;
        this.faults = faults;
    }

    /** Intervals of every animal, in the order of their records. */
    Map<String, List<DosingInterval>> of(List<ExposureRow> rows, List<Warning> findings) {
        Map<String, List<DosingInterval>> intervals = new LinkedHashMap<>();
        for (ExposureRow row : rows) {
            DosingInterval interval = interval(row);
            List<DosingInterval> own = intervals.computeIfAbsent(row.animal(), _ -> new ArrayList<>());
            if (own.stream().anyMatch(other -> overlap(other, interval))) {
                faults.add(
                        row.file(),
                        row.place(),
                        "doses of " + row.treatment() + " to animal " + row.animal()
                                + " overlap those of an earlier record",
                        "give each dose once");
            }
            own.add(interval);
        }
        open.forEach((why, places) -> findings.add(new Warning(
                "doses-not-known",
                places.getFirst() + (places.size() == 1 ? "" : " and " + (places.size() - 1) + " more") + ": " + why)));
        return intervals;
    }

    private DosingInterval interval(ExposureRow row) {
        if (row.dose().isEmpty()) {
            missing(row, "EXDOSE holds no dose.");
        }
        return new DosingInterval(row.treatment(), row.dose(), row.unit(), schedule(row), row.formulation());
    }

    private void missing(ExposureRow row, String why) {
        open.computeIfAbsent(why, _ -> new ArrayList<>()).add(row.place());
    }

    private Optional<DosingSchedule> schedule(ExposureRow row) {
        OptionalDouble start = day(row.start());
        if (start.isEmpty()) {
            if (row.dose().isPresent()) {
                missing(row, "the day of dosing is not known; give EXSTDY, or EXSTDTC with RFSTDTC in DM.");
            }
            return Optional.empty();
        }
        double first = start.getAsDouble();
        OptionalDouble stated = day(row.end());
        Optional<DosingFrequency> frequency = DosingFrequency.of(row.frequency());
        if (frequency.isPresent() && frequency.get().everyDays() == 0) {
            return Optional.of(new DosingSchedule(DosingFrequency.ONCE, first, first));
        }
        double last = stated.orElse(
                row.duration().isPresent() ? first + row.duration().getAsDouble() - 1 : Double.NaN);
        if (last < first) {
            faults.add(
                    row.file(),
                    row.place(),
                    "dosing ends on day " + Prose.number(last) + ", before it begins on day " + Prose.number(first),
                    "correct EXSTDY or EXENDY");
            return Optional.empty();
        }
        if (frequency.isEmpty()
                && (last == first || (Double.isNaN(last) && row.frequency().isEmpty()))) {
            return Optional.of(new DosingSchedule(DosingFrequency.ONCE, first, first));
        }
        if (frequency.isEmpty() || Double.isNaN(last)) {
            missing(
                    row,
                    frequency.isEmpty()
                            ? "EXDOSFRQ '" + row.frequency() + "' does not say the days; give a record for each dose."
                            : "dosing has no end; give EXENDY.");
            return Optional.empty();
        }
        DosingSchedule schedule = new DosingSchedule(frequency.get(), first, last);
        if (schedule.administrations() > DosingSchedule.MOST_DOSES) {
            faults.add(
                    row.file(),
                    row.place(),
                    Prose.number(schedule.administrations()) + " administrations to one animal",
                    "correct EXSTDY or EXENDY; at most " + DosingSchedule.MOST_DOSES + " are read");
            return Optional.empty();
        }
        return Optional.of(schedule);
    }

    private OptionalDouble day(Optional<StudyDays.When> when) {
        return when.map(day).orElse(OptionalDouble.empty());
    }

    /** Whether both are repeated doses of one treatment over a common time. */
    private static boolean overlap(DosingInterval a, DosingInterval b) {
        return a.treatment().equalsIgnoreCase(b.treatment())
                && a.schedule().isPresent()
                && b.schedule().isPresent()
                && overlap(a.schedule().get(), b.schedule().get());
    }

    private static boolean overlap(DosingSchedule a, DosingSchedule b) {
        return !a.isOnce() && !b.isOnce() && a.firstDay() <= b.lastDay() && b.firstDay() <= a.lastDay();
    }
}
