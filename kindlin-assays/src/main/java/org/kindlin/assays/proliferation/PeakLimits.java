package org.kindlin.assays.proliferation;

import org.kindlin.numerics.mixture.ShapeLimits;

/**
 * What is known of the peaks of a sample before it is fitted, as ranges.
 *
 * @param undivided mean dye of undivided cells
 * @param auto mean autofluorescence
 * @param autoCv its coefficient of variation, as a fraction
 */
public record PeakLimits(Range undivided, Range auto, Range autoCv) {
    /** The dye's coefficient of variation, as a fraction: broader peaks than this are no peaks. */
    private static final Range DYE_CV = new Range(0.02, 0.6);

    private static final double NEARLY = 1.25;

    /** A range of a positive quantity; both ends alike for a known one. */
    public record Range(double low, double high) {
        public Range {
            if (!(low > 0 && low <= high)) {
                throw new IllegalArgumentException("from " + low + " to " + high);
            }
        }

        static Range known(double value) {
            return new Range(value, value);
        }

        boolean isKnown() {
            return low == high;
        }

        /** The value a share of the way from low to high, on the logarithmic scale. */
        double at(double share) {
            return isKnown() ? low : low * StrictMath.pow(high / low, share);
        }

        boolean isAtEnd(double value) {
            return !isKnown() && (value <= low * (1 + 1e-9) || value >= high * (1 - 1e-9));
        }
    }

    ShapeLimits shape() {
        return new ShapeLimits(
                new double[] {log(undivided.low), log(DYE_CV.low), log(auto.low), log(autoCv.low)},
                new double[] {log(undivided.high), log(DYE_CV.high), log(auto.high), log(autoCv.high)});
    }

    /** A start of the search. */
    double[] start(double undividedShare, double dyeCv) {
        return new double[] {log(undivided.at(undividedShare)), log(dyeCv), log(auto.at(0.5)), log(autoCv.at(0.5))};
    }

    /** The same where what was taken for undivided cells was twice as bright as they are. */
    PeakLimits oneGenerationBelow(double tooBright) {
        return new PeakLimits(new Range(0.5 * tooBright / NEARLY, 0.5 * tooBright * NEARLY), auto, autoCv);
    }

    private static double log(double value) {
        return StrictMath.log(value);
    }
}
