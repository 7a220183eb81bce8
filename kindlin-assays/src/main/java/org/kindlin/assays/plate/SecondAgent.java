package org.kindlin.assays.plate;

import org.kindlin.assays.quantity.Quantity;

/**
 * The second agent of a well with two.
 *
 * @param compound empty where the map does not name it
 * @param concentration zero where the agent is absent
 */
public record SecondAgent(String compound, Quantity concentration) {}
