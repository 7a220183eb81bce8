package org.kindlin.assays.plate.assay;

import org.kindlin.figures.Axis;

/**
 * What figures call the response.
 *
 * @param name {@code inhibition}, {@code viability}; {@code signal} where nothing is normalised
 * @param unit {@code %} or the unit of the readings
 * @param isNormalized whether controls define 0 and 100
 */
public record ResponseScale(String name, String unit, boolean isNormalized) {

    /** Readings as they are. */
    public static ResponseScale signal(String unit) {
        return new ResponseScale("signal", unit, false);
    }

    /** Percent of a scale from 0 to 100 that controls define. */
    public static ResponseScale percent(String name) {
        return new ResponseScale(name, "%", true);
    }

    Axis axis() {
        Axis axis = Axis.linear(name, unit);
        return isNormalized ? axis.including(0.0, 100.0) : axis;
    }
}
