package org.kindlin.assays.survival;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A column of the design of a Cox model.
 *
 * @param column of the table it comes from; two joined by ":" for an interaction
 * @param level of a categorical column; empty for a number
 * @param reference level it is compared with; empty for a number
 * @param values one for each row of the model
 */
record ModelTerm(String column, String level, String reference, double[] values) {

    Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("term", column);
        if (!level.isEmpty()) {
            subject.put(column, level);
            subject.put("reference", reference);
        }
        return subject;
    }

    /** As sentences and axes write it. */
    String label() {
        return level.isEmpty() ? column + ", per unit" : column + ": " + level + " vs " + reference;
    }
}
