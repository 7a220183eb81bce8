package org.kindlin.assays.plate.map;

import java.util.Locale;

/** What the cells of one grid of a plate map say. */
public enum GridProperty {
    COMPOUND,
    FORM,
    ROLE,
    CONCENTRATION,
    LEVEL,
    REPLICATE,
    TARGET,
    EXCLUDE,
    EVERYTHING;

    /** The property that a grid's title names. */
    static GridProperty of(String title) {
        String name = title.strip().toLowerCase(Locale.ROOT);
        if (!TidyPlateMap.unitOf(name).isEmpty()) {
            return CONCENTRATION;
        }
        return switch (name.endsWith(":") ? name.substring(0, name.length() - 1) : name) {
            case "compound", "compounds", "drug", "inhibitor", "treatment" -> COMPOUND;
            case "form", "salt", "compound form" -> FORM;
            case "role", "roles", "type", "well type" -> ROLE;
            case "concentration", "concentrations", "conc", "conc.", "dose", "doses" -> CONCENTRATION;
            case "level", "dose level" -> LEVEL;
            case "replicate", "replicates", "rep" -> REPLICATE;
            case "target", "targets", "kinase", "enzyme", "cell line", "cell lines", "cells" -> TARGET;
            case "exclude", "excluded", "exclusion", "reason", "exclusions" -> EXCLUDE;
            default -> EVERYTHING;
        };
    }

    /** The well with what a cell of this grid says; the unit counts for concentrations only. */
    WellText put(WellText well, String text, String unit) {
        return switch (this) {
            case COMPOUND ->
                new WellText(
                        well.place(),
                        well.plate(),
                        well.address(),
                        well.role(),
                        text,
                        well.form(),
                        well.concentration(),
                        well.unit(),
                        well.level(),
                        well.replicate(),
                        well.target(),
                        well.exclusion());
            case FORM ->
                new WellText(
                        well.place(),
                        well.plate(),
                        well.address(),
                        well.role(),
                        well.compound(),
                        text,
                        well.concentration(),
                        well.unit(),
                        well.level(),
                        well.replicate(),
                        well.target(),
                        well.exclusion());
            case ROLE ->
                new WellText(
                        well.place(),
                        well.plate(),
                        well.address(),
                        text,
                        well.compound(),
                        well.form(),
                        well.concentration(),
                        well.unit(),
                        well.level(),
                        well.replicate(),
                        well.target(),
                        well.exclusion());
            case CONCENTRATION ->
                new WellText(
                        well.place(),
                        well.plate(),
                        well.address(),
                        well.role(),
                        well.compound(),
                        well.form(),
                        text,
                        unit,
                        well.level(),
                        well.replicate(),
                        well.target(),
                        well.exclusion());
            case LEVEL ->
                new WellText(
                        well.place(),
                        well.plate(),
                        well.address(),
                        well.role(),
                        well.compound(),
                        well.form(),
                        well.concentration(),
                        well.unit(),
                        text,
                        well.replicate(),
                        well.target(),
                        well.exclusion());
            case REPLICATE ->
                new WellText(
                        well.place(),
                        well.plate(),
                        well.address(),
                        well.role(),
                        well.compound(),
                        well.form(),
                        well.concentration(),
                        well.unit(),
                        well.level(),
                        text,
                        well.target(),
                        well.exclusion());
            case TARGET ->
                new WellText(
                        well.place(),
                        well.plate(),
                        well.address(),
                        well.role(),
                        well.compound(),
                        well.form(),
                        well.concentration(),
                        well.unit(),
                        well.level(),
                        well.replicate(),
                        text,
                        well.exclusion());
            case EXCLUDE ->
                new WellText(
                        well.place(),
                        well.plate(),
                        well.address(),
                        well.role(),
                        well.compound(),
                        well.form(),
                        well.concentration(),
                        well.unit(),
                        well.level(),
                        well.replicate(),
                        well.target(),
                        text);
            case EVERYTHING -> CellText.parse(well, text);
        };
    }
}
