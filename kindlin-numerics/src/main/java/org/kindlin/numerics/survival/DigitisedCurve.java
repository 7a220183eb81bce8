package org.kindlin.numerics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Individual times from a digitised Kaplan-Meier curve and its numbers at risk (Guyot, Ades, Ouwens and Welton, BMC Med Res
 * Methodol 12:9, 2012).
 *
 * <p>Between two printed numbers at risk, events follow from the falls of the curve, and the censorings are found that bring
 * the number at risk out as printed, spread evenly. What cannot be known stays unknown: who was censored when within an
 * interval, and steps smaller than the reading error.
 */
public final class DigitisedCurve {
    private static final int MOST_ADJUSTMENTS = 500;

    private final double[] time;
    private final double[] read;
    private final double[] survival;
    private final double[] riskTime;
    private final int[] printed;
    private final OptionalInt printedEvents;
    private final int points;
    private final int[] events;
    private final int[] losses;
    private final int[] atRisk;

    private DigitisedCurve(
            double[] time, double[] survival, double[] riskTime, int[] atRisk, OptionalInt printedEvents) {
        points = time.length;
        this.time = time;
        read = survival;
        this.survival = falling(survival);
        this.riskTime = riskTime;
        printed = atRisk;
        this.printedEvents = printedEvents;
        events = new int[points];
        losses = new int[points];
        this.atRisk = new int[points + 1];
    }

    /**
     * What was reconstructed, and how far its own curve lies from the points read.
     *
     * @param rootMeanSquare of survival, reconstructed less read
     * @param largest absolute difference of survival
     * @param atRiskError largest difference of numbers at risk, reconstructed less printed
     * @param eventError number of events, reconstructed less printed; empty where none was printed
     */
    public record Reconstruction(
            SurvivalSample sample, double rootMeanSquare, double largest, int atRiskError, OptionalInt eventError) {}

    /**
     * Reconstructs the sample.
     *
     * @param time ascending, of the points read; the first is the origin
     * @param survival at those times; points that rise are levelled out (isotonic least squares)
     * @param riskTime ascending, of the printed numbers at risk; the first is the origin
     * @param atRisk the printed numbers
     * @param events the printed number of all events; it tells how many were lost after the last number at risk, which otherwise is
     *     taken to go on as before
     * @throws IllegalArgumentException where the arrays do not fit each other
     */
    public static Reconstruction reconstruct(
            double[] time, double[] survival, double[] riskTime, int[] atRisk, OptionalInt events) {
        if (time.length < 2
                || time.length != survival.length
                || riskTime.length != atRisk.length
                || atRisk.length == 0) {
            throw new IllegalArgumentException("a curve needs two points and a number at risk");
        }
        return new DigitisedCurve(time, survival, riskTime, atRisk, events).reconstruct();
    }

    /** The falling curve nearest to points that scatter, by pooling adjacent violators (Ayer et al. 1955); it begins at 1. */
    private static double[] falling(double[] read) {
        double[] level = new double[read.length];
        int[] width = new int[read.length];
        int blocks = 0;
        for (double value : read) {
            level[blocks] = Math.clamp(value, 0, 1);
            width[blocks++] = 1;
            while (blocks > 1 && level[blocks - 2] < level[blocks - 1]) {
                int both = width[blocks - 2] + width[blocks - 1];
                level[blocks - 2] =
                        (level[blocks - 2] * width[blocks - 2] + level[blocks - 1] * width[blocks - 1]) / both;
                width[blocks - 2] = both;
                blocks--;
            }
        }
        double[] falling = new double[read.length];
        int from = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(falling, from, from + width[block], level[block]);
            from += width[block];
        }
        return falling;
    }

    private Reconstruction reconstruct() {
        atRisk[0] = printed[0];
        int last = -1;
        double fitted = 1;
        for (int interval = 0; interval < riskTime.length; interval++) {
            int from = firstPoint(riskTime[interval]);
            int to = interval + 1 < riskTime.length ? firstPoint(riskTime[interval + 1]) : points;
            if (from >= to) {
                continue;
            }
            boolean isLast = interval + 1 == riskTime.length;
            int lost = isLast ? tail(interval, from, to, last, fitted) : guess(interval, from, to);
            for (int adjustment = 0; adjustment < MOST_ADJUSTMENTS; adjustment++) {
                run(from, to, Math.max(0, lost), last, fitted);
                int excess = isLast ? 0 : atRisk[to] - printed[interval + 1];
                if (excess == 0 || (excess < 0 && lost <= 0)) {
                    break;
                }
                lost += excess;
            }
            for (int i = from; i < to; i++) {
                if (events[i] > 0) {
                    last = i;
                    fitted *= 1 - (double) events[i] / atRisk[i];
                }
            }
        }
        return result();
    }

    private int firstPoint(double t) {
        int i = 0;
        while (i < points && time[i] < t) {
            i++;
        }
        return i;
    }

    /** Censorings that the fall of the curve alone leaves to explain. */
    private int guess(int interval, int from, int to) {
        double kept = survival[Math.min(to, points - 1)] / Math.max(survival[from], 1e-12);
        return (int) Math.max(0, Math.round(kept * printed[interval]) - printed[interval + 1]);
    }

    /** After the last printed number: what the events printed leave, else as many in each unit of time as before. */
    private int tail(int interval, int from, int to, int last, double fitted) {
        if (printedEvents.isPresent()) {
            return lostForEvents(printedEvents.getAsInt(), from, to, last, fitted);
        }
        if (interval == 0) {
            return 0;
        }
        int before = Arrays.stream(losses, 0, from).sum();
        double share = (time[to - 1] - riskTime[interval]) / (riskTime[interval] - riskTime[0]);
        return (int) Math.min(Math.round(before * share), atRisk[from]);
    }

    /** The fewest censorings with which events do not exceed those printed, or one less where that comes nearer: more lost, fewer events. */
    private int lostForEvents(int wanted, int from, int to, int last, double fitted) {
        int low = 0;
        int high = atRisk[from];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (eventsWith(middle, from, to, last, fitted) > wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int missing = wanted - eventsWith(low, from, to, last, fitted);
        return low > 0 && eventsWith(low - 1, from, to, last, fitted) - wanted < missing ? low - 1 : low;
    }

    private int eventsWith(int lost, int from, int to, int last, double fitted) {
        run(from, to, lost, last, fitted);
        return Arrays.stream(events, 0, to).sum();
    }

    /** Events at the points of an interval, with so many censorings spread evenly. */
    private void run(int from, int to, int lost, int lastEvent, double fittedBefore) {
        Arrays.fill(losses, from, to, 0);
        double begin = time[from];
        double end = to < points ? time[to] : time[points - 1];
        for (int k = 1; k <= lost; k++) {
            double t = begin + k * (end - begin) / (lost + 1);
            int i = from;
            while (i + 1 < to && time[i + 1] <= t) {
                i++;
            }
            losses[i]++;
        }
        double fitted = lastEvent < 0 ? 1 : fittedBefore;
        for (int i = from; i < to; i++) {
            double fall = fitted > 0 ? 1 - survival[i] / fitted : 0;
            events[i] = i == 0 ? 0 : Math.clamp(Math.round(atRisk[i] * fall), 0, Math.max(0, atRisk[i]));
            if (events[i] > 0) {
                fitted *= 1 - (double) events[i] / atRisk[i];
            }
            losses[i] = Math.min(losses[i], atRisk[i] - events[i]);
            atRisk[i + 1] = atRisk[i] - events[i] - losses[i];
        }
    }

    private Reconstruction result() {
        List<Double> exits = new ArrayList<>();
        List<Boolean> ended = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double middle = i + 1 < points ? (time[i] + time[i + 1]) / 2 : time[i];
            for (int k = 0; k < events[i]; k++) {
                exits.add(time[i]);
                ended.add(true);
            }
            for (int k = 0; k < losses[i]; k++) {
                exits.add(middle);
                ended.add(false);
            }
        }
        for (int k = 0; k < atRisk[points]; k++) {
            exits.add(time[points - 1]);
            ended.add(false);
        }
        boolean[] event = new boolean[ended.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = ended.get(i);
        }
        return errors(SurvivalSample.of(
                exits.stream().mapToDouble(Double::doubleValue).toArray(), event));
    }

    private Reconstruction errors(SurvivalSample sample) {
        SurvivalCurve curve = KaplanMeier.of(sample);
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < points; i++) {
            double difference = curve.at(time[i]) - read[i];
            squares += difference * difference;
            largest = Math.max(largest, Math.abs(difference));
        }
        int worst = 0;
        for (int r = 0; r < riskTime.length; r++) {
            double t = riskTime[r];
            int left =
                    (int) Arrays.stream(sample.exit()).filter(exit -> exit >= t).count();
            worst = Math.max(worst, Math.abs(left - printed[r]));
        }
        OptionalInt eventError = printedEvents.isPresent()
                ? OptionalInt.of(sample.events() - printedEvents.getAsInt())
                : OptionalInt.empty();
        return new Reconstruction(sample, Math.sqrt(squares / points), largest, worst, eventError);
    }
}
