package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one curve is of; different forms of a compound are different molecules and never share a curve.
 *
 * @param compound empty where the map names none
 * @param form free base, HCl, d6; empty where not stated
 * @param target the kinase, cell line or antigen it is tested on; empty where not stated
 * @param kind what the assay calls its targets
 * @param conditions what else tells it from other curves of the same compound and target ({@code time=48 h}), in order
 */
public record CompoundOnTarget(
        String compound, String form, String target, TargetKind kind, Map<String, String> conditions) {

    public CompoundOnTarget {
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    /** The subject of results, in order: compound, form where stated, target, conditions. */
    public Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("compound", compound.isEmpty() ? "not stated" : compound);
        if (!form.isEmpty()) {
            subject.put("form", form);
        }
        subject.put(kind.key(), target.isEmpty() ? "not stated" : target);
        subject.putAll(conditions);
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

    /** The target with its conditions, as sentences name it: {@code A549, 48 h}. */
    public String targetLabel() {
        List<String> words = new ArrayList<>(List.of(target.isEmpty() ? kind.unnamed() : target));
        words.addAll(conditions.values());
        return String.join(", ", words);
    }
}
