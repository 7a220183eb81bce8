package org.kindlin.assays.quantity;

/**
 * The form of a compound that was weighed: without it, mass cannot be turned into moles.
 *
 * <p>Defactinib is sold as free base (510.50 g/mol), hydrochloride (546.95) and d6 (516.53); mixing them up is a 7 %
 * error in every concentration.
 *
 * @param compound name of the compound
 * @param form {@code free base}, {@code HCl}, {@code d6}
 * @param molarMass in g/mol
 */
public record CompoundForm(String compound, String form, double molarMass) {

    public CompoundForm {
        if (!(molarMass > 0) || !Double.isFinite(molarMass)) {
            throw new IllegalArgumentException(compound + " (" + form + "): molar mass " + molarMass + " g/mol");
        }
    }

    /**
     * An amount concentration from a mass concentration, or the quantity itself where it already is one.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public Quantity toMolar(Quantity concentration) {
        return switch (concentration.unit().dimension()) {
            case AMOUNT_CONCENTRATION -> concentration;
            case MASS_CONCENTRATION -> new Quantity(concentration.in(Unit.GRAM_PER_LITRE) / molarMass, Unit.MOLAR);
            default -> throw new IllegalArgumentException(concentration + " is no concentration");
        };
    }
}
