package org.kindlin.assays.plate.assay;

import java.util.List;
import org.kindlin.figures.Axis;

/**
 * What figures call the response.
 *
 * @param name {@code inhibition}, {@code viability}; {@code signal} where nothing is normalised
 * @param unit {@code %} or the unit of the readings
 * @param isNormalized whether controls define it, so that vehicle wells belong to it
 * @param marks responses that every axis of it reaches
 */
public record ResponseScale(String name, String unit, boolean isNormalized, List<Double> marks) {

    public ResponseScale {
        marks = List.copyOf(marks);
    }

    /** Readings as they are. */
    public static ResponseScale signal(String unit) {
        return new ResponseScale("signal", unit, false, List.of());
    }

    /** Percent of a scale from 0 to 100 that controls define. */
    public static ResponseScale percent(String name) {
        return new ResponseScale(name, "%", true, List.of(0.0, 100.0));
    }

    Axis axis() {
        return Axis.linear(name, unit).including(marks.toArray(Double[]::new));
    }
}
