package org.kindlin.assays.blot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One row of the layout: what is in a lane, and which band of it is meant.
 *
 * @param lane number from the left, from 1
 * @param image name of the picture it speaks of; empty for all
 * @param target what is probed; empty where the picture says it
 * @param blot which membrane; replicates differ in it
 * @param dose of the compound; empty where none is stated
 * @param amount loaded, of a dilution series
 * @param row where the target's band is expected
 * @param weight where the target's band is expected, by the ladder
 */
record LaneUse(
        int lane,
        String image,
        LaneRole role,
        String sample,
        String compound,
        OptionalDouble dose,
        String time,
        String target,
        String blot,
        OptionalDouble amount,
        OptionalDouble row,
        OptionalDouble weight) {

    /** Whether it speaks of a picture: by its file's name, with or without what follows the dot, or by that of one page. */
    boolean isOf(String picture) {
        String name = image.substring(Math.max(image.lastIndexOf('/'), image.lastIndexOf('\\')) + 1);
        return name.isEmpty()
                || picture.equals(name)
                || picture.startsWith(name + ".")
                || picture.startsWith(name + " page ");
    }

    /** What is compared over blots: everything but blot and lane. */
    Map<String, String> condition(String doseText) {
        Map<String, String> condition = new LinkedHashMap<>();
        put(condition, "sample", sample);
        put(condition, "compound", compound);
        put(condition, "dose", doseText);
        put(condition, "time", time);
        return condition;
    }

    private static void put(Map<String, String> to, String name, String value) {
        if (!value.isEmpty()) {
            to.put(name, value);
        }
    }
}
