package org.kindlin.assays.doseresponse;

/**
 * Units that results of a curve carry; empty where none was stated.
 *
 * @param dose of doses and of the mid-point
 * @param response of responses and plateaus
 */
public record Units(String dose, String response) {
    public static final Units NONE = new Units("", "");
}
