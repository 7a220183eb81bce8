package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When one dose was given.
 *
 * @param firstDay study day of the first administration
 * @param lastDay study day of the last
 */
public record DosingSchedule(DosingFrequency frequency, double firstDay, double lastDay) {
    /** More administrations than this to one animal are a mistake of days. */
    static final int MOST_DOSES = 2000;

    /** Number of administrations. */
    double administrations() {
        return frequency.everyDays() == 0
                ? 1
                : frequency.perDay() * (1 + Math.floor((lastDay - firstDay) / frequency.everyDays()));
    }

    boolean isOnce() {
        return frequency.everyDays() == 0;
    }

    /** Days of administration, those of one day spread over it. */
    List<Double> times() {
        if (isOnce()) {
            return List.of(firstDay);
        }
        List<Double> times = new ArrayList<>();
        for (double day = firstDay; day <= lastDay; day += frequency.everyDays()) {
            for (int i = 0; i < frequency.perDay(); i++) {
                times.add(day + (double) i / frequency.perDay());
            }
        }
        return times;
    }

    /** What of it an animal lived through that left on a day; empty where it left before the first administration. */
    Optional<DosingSchedule> until(double day) {
        if (day < firstDay) {
            return Optional.empty();
        }
        if (day >= lastDay || isOnce()) {
            return Optional.of(this);
        }
        double last = firstDay + frequency.everyDays() * Math.floor((day - firstDay) / frequency.everyDays());
        return Optional.of(new DosingSchedule(frequency, firstDay, last));
    }
}
