package org.kindlin.assays.plate.assay;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one curve is of; different forms of a compound are different molecules and never share a curve.
 *
 * @param compound empty where the map names none
 * @param form free base, HCl, d6; empty where not stated
 * @param target the kinase, cell line or antigen it is tested on; empty where not stated
 * @param kind what the assay calls its targets
 */
public record CompoundOnTarget(String compound, String form, String target, TargetKind kind) {

    /** The subject of results, in order: compound, form where stated, target. */
    public Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("compound", compound.isEmpty() ? "not stated" : compound);
        if (!form.isEmpty()) {
            subject.put("form", form);
        }
        subject.put(kind.key(), target.isEmpty() ? "not stated" : target);
        return subject;
    }

    /** Whether a well holds this compound in this form. */
    boolean isIn(AssayWell well) {
        return well.compound().equals(compound) && well.form().equals(form);
    }

    /** The compound with its form, as sentences name it. */
    public String compoundLabel() {
        String name = compound.isEmpty() ? "the compound" : compound;
        return form.isEmpty() ? name : name + " (" + form + ")";
    }

    /** The target as sentences name it. */
    public String targetLabel() {
        return target.isEmpty() ? kind.unnamed() : target;
    }
}
