package org.kindlin.mechanism.petab;

import org.kindlin.mechanism.model.Expression;

/**
 * What is measured: a formula over the model, with placeholders {@code observableParameter1_ID} and
 * {@code noiseParameter1_ID} that each measurement fills.
 *
 * @param noise standard deviation or scale of the noise, on the observable's scale
 */
public record Observable(String id, Expression formula, Scale scale, Expression noise, NoiseDistribution distribution) {

    /** The name of a placeholder in the observable's formula, counted from 1. */
    public String observablePlaceholder(int number) {
        return "observableParameter" + number + "_" + id;
    }

    /** The name of a placeholder in the noise formula, counted from 1. */
    public String noisePlaceholder(int number) {
        return "noiseParameter" + number + "_" + id;
    }
}
