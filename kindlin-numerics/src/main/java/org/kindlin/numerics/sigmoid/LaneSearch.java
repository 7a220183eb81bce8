package org.kindlin.numerics.sigmoid;

/**
 * Newton ascent of the explained sum of squares {@code R = P^2/Q} for many starts at once: {@link LaneMoments} evaluates
 * 64 lanes in step, each lane then takes its own projected Newton step, and a lane that is done takes the next start.
 * Coordinates are the mid-point in units of the curve's width and the logarithm of the slope.
 */
final class LaneSearch {
    private static final int MOST_STEPS = 60;
    private static final double LONGEST_SHIFT = 2;
    private static final double LONGEST_STRETCH = 0.7;
    private static final double DONE = 1e-14;

    /** Where starts come from and optima go. */
    interface Queue {
        /** Puts the next start into a lane; false where none is left. */
        boolean load(LaneMoments moments, int lane, double[] start);

        /** Takes the optimum in a lane; moments are those at the optimum. */
        void store(LaneMoments moments, int lane, double explained);
    }

    private final LaneMoments moments;
    private final double totalWeight;
    private final double centre;
    private final double[] low;
    private final double[] high;
    private final double[] mid = new double[LaneMoments.LANES];
    private final double[] logSlope = new double[LaneMoments.LANES];
    private final double[] lastMid = new double[LaneMoments.LANES];
    private final double[] lastLogSlope = new double[LaneMoments.LANES];
    private final double[] lastExplained = new double[LaneMoments.LANES];
    private final int[] steps = new int[LaneMoments.LANES];
    private final boolean[] active = new boolean[LaneMoments.LANES];
    private final boolean[] last = new boolean[LaneMoments.LANES];
    private final double[] start = new double[2];

    LaneSearch(Replicates design, SearchBox box) {
        this.moments = new LaneMoments(design.lnDose(), design.weight());
        this.centre = 0.5 * (design.lowest() + design.highest());
        this.low = box.low();
        this.high = box.high();
        double total = 0;
        for (double weight : design.weight()) {
            total += weight;
        }
        this.totalWeight = total;
    }

    void run(Queue queue) {
        int running = 0;
        for (int lane = 0; lane < LaneMoments.LANES; lane++) {
            active[lane] = load(queue, lane);
            running += active[lane] ? 1 : 0;
        }
        while (running > 0) {
            moments.evaluate();
            for (int lane = 0; lane < LaneMoments.LANES; lane++) {
                if (active[lane] && advance(queue, lane)) {
                    active[lane] = load(queue, lane);
                    running -= active[lane] ? 0 : 1;
                }
            }
        }
    }

    private boolean load(Queue queue, int lane) {
        if (!queue.load(moments, lane, start)) {
            return false;
        }
        steps[lane] = 0;
        last[lane] = false;
        lastExplained[lane] = -1;
        moments.side[lane] = 0;
        place(lane, start[0], start[1]);
        return true;
    }

    private void place(int lane, double newMid, double newLogSlope) {
        mid[lane] = newMid;
        logSlope[lane] = newLogSlope;
        double side = newMid > centre ? 1 : -1;
        moments.reference[lane] =
                side == moments.side[lane] ? moments.reference[lane] + moments.one[lane] / totalWeight : 0;
        moments.side[lane] = side;
        moments.mid[lane] = newMid;
        moments.slope[lane] = StrictMath.exp(newLogSlope);
    }

    /** One Newton step of a lane; true where it is at its optimum. */
    private boolean advance(Queue queue, int l) {
        LaneMoments m = moments;
        double q = m.ss[l] - m.one[l] * m.one[l] / totalWeight;
        double p = m.y0[l];
        double explained = p * p / q;
        if (last[l] || steps[l] >= MOST_STEPS) {
            queue.store(m, l, steps[l] >= MOST_STEPS ? Double.NaN : explained);
            return true;
        }
        steps[l]++;
        if (explained < lastExplained[l] * (1 - 1e-13)) {
            place(l, 0.7 * lastMid[l] + 0.3 * mid[l], 0.7 * lastLogSlope[l] + 0.3 * logSlope[l]);
            return false;
        }
        step(l, p / q, q, explained);
        return false;
    }

    private void step(int l, double b, double q, double explained) {
        LaneMoments m = moments;
        double w = 1 / totalWeight;
        double qa = -2 * (m.s1[l] - m.one[l] * m.sum1[l] * w);
        double qk = 2 * (m.s1z[l] - m.one[l] * m.sum1z[l] * w);
        double qaa = 2 * (m.d11[l] + m.s2[l] - (m.sum1[l] * m.sum1[l] + m.one[l] * m.sum2[l]) * w);
        double crossSums = m.sum1[l] * m.sum1z[l] + m.one[l] * (m.sum2z[l] + m.sum1[l]);
        double qak = 2 * (crossSums * w - m.d11z[l] - m.s2z[l] - m.s1[l]);
        double slopeSums = m.sum1z[l] * m.sum1z[l] + m.one[l] * (m.sum2zz[l] + m.sum1z[l]);
        double qkk = 2 * (m.d11zz[l] + m.s2zz[l] + m.s1z[l] - slopeSums * w);
        double ta = -m.y1[l] - b * qa;
        double tk = m.y1z[l] - b * qk;
        double ga = b * (m.y1[l] + 0.5 * b * qa);
        double gk = -b * (m.y1z[l] - 0.5 * b * qk);
        double haa = 0.5 * b * b * qaa - b * m.y2[l] - ta * ta / q;
        double hak = 0.5 * b * b * qak + b * (m.y2z[l] + m.y1[l]) - ta * tk / q;
        double hkk = 0.5 * b * b * qkk - b * (m.y2zz[l] + m.y1z[l]) - tk * tk / q;
        boolean holdA = held(mid[l], low[0], high[0], ga);
        boolean holdK = held(logSlope[l], low[1], high[1], gk);
        double scaleA = b * b * m.d11[l];
        double scaleK = b * b * m.d11zz[l];
        double da = 0;
        double dk = 0;
        double root = Math.sqrt(scaleA * scaleK);
        double shift = Math.max(0, 1e-9 - leastEigenvalue(haa / scaleA, hak / root, hkk / scaleK));
        shift = shift > 1e-9 ? 1.5 * shift : 0;
        haa += shift * scaleA;
        hkk += shift * scaleK;
        if (!holdA && !holdK) {
            double determinant = haa * hkk - hak * hak;
            da = (hak * gk - hkk * ga) / determinant;
            dk = (hak * ga - haa * gk) / determinant;
        } else if (!holdA) {
            da = -ga / Math.max(haa, 1e-9 * scaleA);
        } else if (!holdK) {
            dk = -gk / Math.max(hkk, 1e-9 * scaleK);
        }
        double size = Math.max(Math.abs(da) / LONGEST_SHIFT, Math.abs(dk) / LONGEST_STRETCH);
        double factor = size > 1 ? 1 / size : 1;
        double decrease = -(ga * da + gk * dk);
        boolean finite = Math.abs(da) < 1e300 && Math.abs(dk) < 1e300;
        last[l] = !(decrease > DONE * explained) || !finite;
        lastMid[l] = mid[l];
        lastLogSlope[l] = logSlope[l];
        lastExplained[l] = explained;
        double newMid = mid[l] + (finite ? factor * da / m.slope[l] : 0);
        double newLogSlope = logSlope[l] + (finite ? factor * dk : 0);
        place(l, Math.clamp(newMid, low[0], high[0]), Math.clamp(newLogSlope, low[1], high[1]));
    }

    private static boolean held(double at, double low, double high, double gradient) {
        return (at <= low && gradient >= 0) || (at >= high && gradient <= 0);
    }

    private static double leastEigenvalue(double a, double b, double c) {
        double half = 0.5 * (a - c);
        return 0.5 * (a + c) - Math.sqrt(half * half + b * b);
    }
}
