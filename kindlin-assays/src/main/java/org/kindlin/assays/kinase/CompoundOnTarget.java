package org.kindlin.assays.kinase;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one curve is of; different forms of a compound are different molecules and never share a curve.
 *
 * @param compound empty where the map names none
 * @param form free base, HCl, d6; empty where not stated
 * @param target empty where not stated
 */
public record CompoundOnTarget(String compound, String form, String target) {

    /** The subject of results, in order: compound, form where stated, target. */
    public Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("compound", compound.isEmpty() ? "not stated" : compound);
        if (!form.isEmpty()) {
            subject.put("form", form);
        }
        subject.put("target", target.isEmpty() ? "not stated" : target);
        return subject;
    }

    /** The compound with its form, as sentences name it. */
    public String compoundLabel() {
        String name = compound.isEmpty() ? "the compound" : compound;
        return form.isEmpty() ? name : name + " (" + form + ")";
    }

    /** The target as sentences name it. */
    public String targetLabel() {
        return target.isEmpty() ? "the kinase" : target;
    }
}
