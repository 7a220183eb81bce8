package org.kindlin.numerics.sigmoid;

/** The starts of a batch, found on the grid block by block, and the best optimum of each curve. */
final class BatchQueue implements LaneSearch.Queue {
    private static final int BLOCK = GridScan.BLOCK;
    private static final double ROUNDING = 1e-28;
    /** Below this reciprocal condition the moments are too inexact for standard errors. */
    private static final double LEAST_CONDITION = 1e-7;

    private final double[][] responses;
    private final int[] doseOf;
    private final Replicates design;
    private final BatchGrid grid;
    private final double hopeless;
    private final BatchFits fits;
    private final double totalWeight;

    private final double[] centre;
    private final double[] pureError;
    private final double[] scatter;
    private final double[] bestExplained;
    private final boolean[] failed;
    private final boolean[] unsound;

    private final double[][] blockMeans;
    private final double[][] groupBest;
    private final GridScan scan;
    private final int[] laneCurve = new int[LaneMoments.LANES];
    private int blockStart = -BLOCK;
    private int column = BLOCK;
    private int group;

    BatchQueue(double[][] responses, int[] doseOf, Replicates design, BatchGrid grid, double hopeless, BatchFits fits) {
        this.responses = responses;
        this.doseOf = doseOf;
        this.design = design;
        this.grid = grid;
        this.hopeless = hopeless;
        this.fits = fits;
        int n = responses.length;
        this.centre = new double[n];
        this.pureError = new double[n];
        this.scatter = new double[n];
        this.bestExplained = new double[n];
        this.failed = new boolean[n];
        this.unsound = new boolean[n];
        this.blockMeans = new double[design.doses()][BLOCK];
        this.scan = new GridScan(grid);
        this.groupBest = new double[grid.groups()][BLOCK];
        double total = 0;
        for (double weight : design.weight()) {
            total += weight;
        }
        this.totalWeight = total;
    }

    /** Whether some start did not settle, or the fit is so close that its sum of squares is inexact. */
    boolean failed(int curve) {
        return failed[curve] || (scatter[curve] > 0 && scatter[curve] - bestExplained[curve] < 1e-6 * scatter[curve]);
    }

    /** Whether the moments are too inexact for standard errors. */
    boolean unsound(int curve) {
        return unsound[curve];
    }

    @Override
    public boolean load(LaneMoments moments, int lane, double[] start) {
        while (true) {
            if (column >= Math.min(BLOCK, responses.length - blockStart)) {
                blockStart += BLOCK;
                if (blockStart >= responses.length) {
                    return false;
                }
                openBlock();
            }
            int curve = blockStart + column;
            if (group >= grid.groups() || scatter[curve] == 0) {
                column++;
                group = 0;
                continue;
            }
            int candidate = group++;
            if (isPromising(candidate)) {
                begin(moments, lane, curve, GridScan.node(groupBest[candidate][column]), start);
                return true;
            }
        }
    }

    private boolean isPromising(int g) {
        double value = groupBest[g][column];
        double left = g > 0 ? groupBest[g - 1][column] : 0;
        double right = g + 1 < grid.groups() ? groupBest[g + 1][column] : 0;
        double best = 0;
        for (double[] other : groupBest) {
            best = Math.max(best, other[column]);
        }
        return value > left && value >= right && GridScan.unexplained(value) <= hopeless * GridScan.unexplained(best);
    }

    private void begin(LaneMoments moments, int lane, int curve, int node, double[] start) {
        laneCurve[lane] = curve;
        for (int d = 0; d < blockMeans.length; d++) {
            moments.response[d][lane] = blockMeans[d][column];
        }
        start[0] = grid.midPoint[node];
        start[1] = grid.logSlope[node];
    }

    private void openBlock() {
        column = 0;
        group = 0;
        int count = Math.min(BLOCK, responses.length - blockStart);
        for (double[] row : blockMeans) {
            java.util.Arrays.fill(row, 0);
        }
        for (int c = 0; c < count; c++) {
            collapse(c);
        }
        scan.run(blockMeans, scatter, blockStart, count, groupBest);
    }

    /** Centred dose means of a curve into its column, with its pure error and scatter. */
    private void collapse(int c) {
        int curve = blockStart + c;
        double[] response = responses[curve];
        double mean = 0;
        double first = response[0];
        for (double value : response) {
            mean += value - first;
        }
        mean = first + mean / response.length;
        for (int i = 0; i < response.length; i++) {
            blockMeans[doseOf[i]][c] += response[i] - mean;
        }
        double squares = 0;
        for (int d = 0; d < blockMeans.length; d++) {
            blockMeans[d][c] /= design.weight()[d];
            squares += design.weight()[d] * blockMeans[d][c] * blockMeans[d][c];
        }
        double pure = 0;
        for (int i = 0; i < response.length; i++) {
            double residual = response[i] - mean - blockMeans[doseOf[i]][c];
            pure += residual * residual;
        }
        centre[curve] = mean;
        pureError[curve] = pure;
        boolean usable = squares > ROUNDING * mean * mean * response.length && squares < Double.POSITIVE_INFINITY;
        scatter[curve] = usable ? squares : 0;
    }

    @Override
    public void store(LaneMoments m, int l, double explained) {
        int curve = laneCurve[l];
        if (!(explained >= 0)) {
            failed[curve] = true;
            return;
        }
        if (fits.estimable[curve] && explained <= bestExplained[curve]) {
            return;
        }
        bestExplained[curve] = explained;
        fits.estimable[curve] = true;
        fits.logIc50[curve] = m.mid[l] / Replicates.LN10;
        fits.hillSlope[curve] = m.slope[l];
        double q = m.ss[l] - m.one[l] * m.one[l] / totalWeight;
        double b = m.y0[l] / q;
        double level = centre[curve] - b * (m.one[l] / totalWeight + m.reference[l]);
        boolean rising = m.side[l] > 0;
        fits.atZeroDose[curve] = rising ? level : level + b;
        fits.atInfiniteDose[curve] = rising ? level + b : level;
        fits.rss[curve] = pureError[curve] + Math.max(scatter[curve] - explained, 0);
        setErrors(m, l, curve, b, q);
    }

    private void setErrors(LaneMoments m, int l, int curve, double b, double q) {
        double w = 1 / totalWeight;
        double mean = m.one[l] * w;
        double ca = -(m.s1[l] - mean * m.sum1[l]);
        double ck = m.s1z[l] - mean * m.sum1z[l];
        double aa = m.d11[l] - m.sum1[l] * m.sum1[l] * w - ca * ca / q;
        double ak = -(m.d11z[l] - m.sum1[l] * m.sum1z[l] * w) - ca * ck / q;
        double kk = m.d11zz[l] - m.sum1z[l] * m.sum1z[l] * w - ck * ck / q;
        double determinant = aa * kk - ak * ak;
        double variance = fits.rss[curve] / fits.degreesOfFreedom();
        boolean sound = determinant > LEAST_CONDITION * m.d11[l] * m.d11zz[l] && aa > LEAST_CONDITION * m.d11[l];
        unsound[curve] = !sound;
        double unit = variance / (determinant * b * b);
        double varianceA = kk * unit;
        double covariance = -ak * unit;
        double varianceK = aa * unit;
        fits.seLogIc50[curve] = Math.sqrt(varianceA) / m.slope[l] / Replicates.LN10;
        fits.seHillSlope[curve] = Math.sqrt(varianceK) * m.slope[l];
        double ga = -b * ca / q;
        double gk = -b * ck / q;
        double offset = mean + m.reference[l];
        double la = b * m.sum1[l] * w - offset * ga;
        double lk = -b * m.sum1z[l] * w - offset * gk;
        double near = variance * (w + offset * offset / q) + quadratic(la, lk, varianceA, covariance, varianceK);
        double far = variance * (w + (1 - offset) * (1 - offset) / q)
                + quadratic(la + ga, lk + gk, varianceA, covariance, varianceK);
        boolean rising = m.side[l] > 0;
        fits.seAtZeroDose[curve] = Math.sqrt(rising ? near : far);
        fits.seAtInfiniteDose[curve] = Math.sqrt(rising ? far : near);
    }

    private static double quadratic(double x, double y, double xx, double xy, double yy) {
        return x * x * xx + 2 * x * y * xy + y * y * yy;
    }
}
