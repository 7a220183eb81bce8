package org.kindlin.mechanism.model;

/**
 * The units of what has no unit of its own; each the identifier of a unit, empty where none is declared.
 *
 * @param extent unit of reaction extent; the kinetic laws are in extent per time
 */
public record ModelUnits(String substance, String time, String volume, String area, String length, String extent) {
    /** No unit declared. */
    public static final ModelUnits NONE = new ModelUnits("", "", "", "", "", "");
}
