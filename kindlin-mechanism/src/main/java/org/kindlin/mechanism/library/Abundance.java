package org.kindlin.mechanism.library;

/** Molecules per cell and concentrations. */
public final class Abundance {
    /** Molecules per mole (SI, exact). */
    private static final double AVOGADRO = 6.02214076e23;

    private Abundance() {}

    /**
     * The concentration, in nM, of so many molecules in a volume: {@code copies / (N_A volume)}.
     *
     * @param picolitres volume of the cell or of its cytoplasm
     */
    public static double nanomolar(double copies, double picolitres) {
        return copies / AVOGADRO / (picolitres * 1e-12) * 1e9;
    }

    /** The molecules in a volume at a concentration in nM. */
    public static double copies(double nanomolar, double picolitres) {
        return nanomolar * 1e-9 * picolitres * 1e-12 * AVOGADRO;
    }
}
