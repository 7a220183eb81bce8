package org.kindlin.lab.plan;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When every step is done.
 *
 * <p>Plates follow each other at one fixed interval, the smallest multiple of five minutes at which no two plates need
 * the same pair of hands; so every plate waits exactly as long as every other.
 *
 * @param start time of day at minute 0
 * @param stagger minutes from plate to plate; 0 for one plate
 */
public record Timeline(LocalTime start, int stagger, List<Task> tasks) {
    private static final int GRID = 5;
    private static final int DAY = 24 * 60;

    public Timeline {
        tasks = List.copyOf(tasks);
    }

    /**
     * A step being done.
     *
     * @param step its position in the list of steps
     * @param plate name of the plate; empty where the step is for all
     * @param from minutes after the start
     * @param handsEnd when the hands are free again
     * @param end when the waiting is over
     */
    public record Task(int step, String plate, int from, int handsEnd, int end) {}

    /** The timeline of steps on plates. */
    public static Timeline of(List<Step> steps, List<String> plates, LocalTime start) {
        List<Task> tasks = new ArrayList<>();
        int now = 0;
        int widest = 0;
        for (int i = 0; i < steps.size(); ) {
            if (!steps.get(i).eachPlate()) {
                Step step = steps.get(i);
                int end = now + step.handsMinutes() + step.waitMinutes();
                tasks.add(new Task(i, "", now, now + step.handsMinutes(), end));
                now = end;
                i++;
                continue;
            }
            int to = i;
            while (to < steps.size() && steps.get(to).eachPlate()) {
                to++;
            }
            int stagger = stagger(steps.subList(i, to), plates.size());
            widest = Math.max(widest, stagger);
            now = addChains(tasks, steps, i, to, plates, now, stagger);
            i = to;
        }
        return new Timeline(start, widest, tasks);
    }

    private static int addChains(
            List<Task> tasks, List<Step> steps, int from, int to, List<String> plates, int now, int stagger) {
        int last = now;
        for (int plate = 0; plate < plates.size(); plate++) {
            int at = now + plate * stagger;
            for (int i = from; i < to; i++) {
                int hands = at + steps.get(i).handsMinutes();
                int end = hands + steps.get(i).waitMinutes();
                tasks.add(new Task(i, plates.get(plate), at, hands, end));
                at = end;
            }
            last = Math.max(last, at);
        }
        return last;
    }

    private record Busy(int from, int to) {}

    /** The smallest interval at which no two plates need hands at once. */
    private static int stagger(List<Step> chain, int plates) {
        List<Busy> busy = new ArrayList<>();
        int at = 0;
        for (Step step : chain) {
            busy.add(new Busy(at, at + step.handsMinutes()));
            at += step.handsMinutes() + step.waitMinutes();
        }
        if (plates < 2) {
            return 0;
        }
        int interval = GRID;
        while (!isFree(busy, interval, plates)) {
            interval += GRID;
        }
        return interval;
    }

    private static boolean isFree(List<Busy> busy, int interval, int plates) {
        for (int distance = 1; distance < plates; distance++) {
            int shift = distance * interval;
            for (Busy first : busy) {
                for (Busy second : busy) {
                    if (first.from() < second.to() + shift && second.from() + shift < first.to()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Minutes from the start to the end of the last task. */
    public int minutes() {
        return tasks.stream().mapToInt(Task::end).max().orElse(0);
    }

    /** The clock at a minute: {@code 09:30}, with the day from the second on: {@code day 2 09:30}. */
    public String clock(int minute) {
        int ofDay = start.toSecondOfDay() / 60 + minute;
        String time = String.format(Locale.ROOT, "%02d:%02d", ofDay % DAY / 60, ofDay % 60);
        return ofDay < DAY ? time : "day " + (ofDay / DAY + 1) + " " + time;
    }
}
