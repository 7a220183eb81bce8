package org.kindlin.assays.viability;

import org.kindlin.assays.result.Estimate;

/**
 * What a dose does to growth, read from the whole interval of its growth rate inhibition, never from the point: below 0
 * there are fewer cells than when treatment began.
 */
public enum GrowthEffect {
    /** The interval lies below 0: cells are lost. */
    KILLS,
    /** The interval holds 0 and lies below 1: growth has all but stopped, or some cells are lost. */
    ARRESTS,
    /** The interval lies between 0 and 1: cells still multiply, more slowly. */
    SLOWS,
    /** The interval holds 1 and lies above 0: no effect on growth is shown. */
    NONE_SHOWN,
    /** The interval holds both 0 and 1, or there is none. */
    UNDETERMINED;

    /** The effect that the interval of a GR means. */
    static GrowthEffect of(Estimate gr) {
        Double low = gr.low();
        Double high = gr.high();
        if (low == null || high == null) {
            return UNDETERMINED;
        }
        if (high < 0) {
            return KILLS;
        }
        if (low > 0) {
            return high < 1 ? SLOWS : NONE_SHOWN;
        }
        return high < 1 ? ARRESTS : UNDETERMINED;
    }
}
