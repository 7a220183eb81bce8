package org.kindlin.assays.quantity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A unit of measurement with its UCUM code (Unified Code for Units of Measure, version 2.1).
 *
 * <p>{@link #factor()} converts to the dimension's base unit: mol/L, g/L, s, L, g, m, degree Celsius, fraction.
 */
public enum Unit {
    MOLAR("M", "mol/L", Dimension.AMOUNT_CONCENTRATION, 1),
    MILLIMOLAR("mM", "mmol/L", Dimension.AMOUNT_CONCENTRATION, 1e-3),
    MICROMOLAR("uM", "umol/L", Dimension.AMOUNT_CONCENTRATION, 1e-6),
    NANOMOLAR("nM", "nmol/L", Dimension.AMOUNT_CONCENTRATION, 1e-9),
    PICOMOLAR("pM", "pmol/L", Dimension.AMOUNT_CONCENTRATION, 1e-12),
    GRAM_PER_LITRE("g/L", "g/L", Dimension.MASS_CONCENTRATION, 1),
    MILLIGRAM_PER_MILLILITRE("mg/mL", "mg/mL", Dimension.MASS_CONCENTRATION, 1),
    MICROGRAM_PER_MILLILITRE("ug/mL", "ug/mL", Dimension.MASS_CONCENTRATION, 1e-3),
    NANOGRAM_PER_MILLILITRE("ng/mL", "ng/mL", Dimension.MASS_CONCENTRATION, 1e-6),
    PICOGRAM_PER_MILLILITRE("pg/mL", "pg/mL", Dimension.MASS_CONCENTRATION, 1e-9),
    MILLIGRAM_PER_LITRE("mg/L", "mg/L", Dimension.MASS_CONCENTRATION, 1e-3),
    MICROGRAM_PER_LITRE("ug/L", "ug/L", Dimension.MASS_CONCENTRATION, 1e-6),
    NANOGRAM_PER_LITRE("ng/L", "ng/L", Dimension.MASS_CONCENTRATION, 1e-9),
    KILOGRAM("kg", "kg", Dimension.MASS, 1e3),
    GRAM("g", "g", Dimension.MASS, 1),
    MILLIGRAM("mg", "mg", Dimension.MASS, 1e-3),
    MICROGRAM("ug", "ug", Dimension.MASS, 1e-6),
    NANOGRAM("ng", "ng", Dimension.MASS, 1e-9),
    MOLE("mol", "mol", Dimension.AMOUNT, 1),
    MILLIMOLE("mmol", "mmol", Dimension.AMOUNT, 1e-3),
    MICROMOLE("umol", "umol", Dimension.AMOUNT, 1e-6),
    NANOMOLE("nmol", "nmol", Dimension.AMOUNT, 1e-9),
    SECOND("s", "s", Dimension.TIME, 1),
    MINUTE("min", "min", Dimension.TIME, 60),
    HOUR("h", "h", Dimension.TIME, 3600),
    DAY("d", "d", Dimension.TIME, 86400),
    LITRE("L", "L", Dimension.VOLUME, 1),
    MILLILITRE("mL", "mL", Dimension.VOLUME, 1e-3),
    MICROLITRE("uL", "uL", Dimension.VOLUME, 1e-6),
    NANOLITRE("nL", "nL", Dimension.VOLUME, 1e-9),
    CELSIUS("degC", "Cel", Dimension.TEMPERATURE, 1),
    PERCENT("%", "%", Dimension.FRACTION, 1e-2),
    FRACTION("1", "1", Dimension.FRACTION, 1);

    private static final Map<String, Unit> BY_SPELLING = spellings();

    private final String symbol;
    private final String ucum;
    private final Dimension dimension;
    private final double factor;

    Unit(String symbol, String ucum, Dimension dimension, double factor) {
        this.symbol = symbol;
        this.ucum = ucum;
        this.dimension = dimension;
        this.factor = factor;
    }

    /** The plain-text symbol used in files, results and on axes ({@code uM}). */
    public String symbol() {
        return symbol;
    }

    /** The UCUM code. */
    public String ucum() {
        return ucum;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** Multiply a value in this unit by this to get it in the dimension's base unit. */
    public double factor() {
        return factor;
    }

    /**
     * The unit a file means by {@code text}: its symbol or UCUM code; the micro sign, the Greek letter mu and {@code u}
     * are one. Case matters, since mM and MM are not the same.
     */
    public static Optional<Unit> parse(String text) {
        return Optional.ofNullable(BY_SPELLING.get(normal(text)));
    }

    private static Map<String, Unit> spellings() {
        Map<String, Unit> map = new TreeMap<>();
        Arrays.stream(values()).forEach(unit -> {
            map.put(normal(unit.symbol), unit);
            map.put(normal(unit.ucum), unit);
        });
        map.put("sec", SECOND);
        map.put("hr", HOUR);
        map.put("day", DAY);
        map.put("°C", CELSIUS);
        map.put("C", CELSIUS);
        return map;
    }

    private static String normal(String text) {
        return text.strip().replace('\u00b5', 'u').replace('\u03bc', 'u');
    }
}
