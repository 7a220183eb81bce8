package org.kindlin.lab.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A volume of liquid, exact: whole picolitres, so that what is taken from one well is what arrives in another.
 *
 * @param picolitres not negative
 */
public record Volume(long picolitres) implements Comparable<Volume> {
    public static final Volume NONE = new Volume(0);

    private static final long PER_NANOLITRE = 1_000;
    private static final long PER_MICROLITRE = 1_000_000;
    private static final double PER_MILLILITRE = 1e9;

    public Volume {
        if (picolitres < 0) {
            throw new IllegalArgumentException("a volume of " + picolitres + " pL");
        }
    }

    /** The volume nearest to a number of microlitres. */
    public static Volume microlitres(double number) {
        return new Volume(Math.round(number * PER_MICROLITRE));
    }

    /** The volume nearest to a number of nanolitres. */
    public static Volume nanolitres(double number) {
        return new Volume(Math.round(number * PER_NANOLITRE));
    }

    public double microlitres() {
        return (double) picolitres / PER_MICROLITRE;
    }

    public double nanolitres() {
        return (double) picolitres / PER_NANOLITRE;
    }

    public Volume plus(Volume other) {
        return new Volume(Math.addExact(picolitres, other.picolitres));
    }

    /**
     * What is left after taking some.
     *
     * @throws IllegalArgumentException if more is taken than there is
     */
    public Volume minus(Volume other) {
        return new Volume(picolitres - other.picolitres);
    }

    public Volume times(long count) {
        return new Volume(Math.multiplyExact(picolitres, count));
    }

    /** The volume times a factor, rounded up to a whole picolitre. */
    public Volume scaled(double factor) {
        return new Volume((long) Math.ceil(picolitres * factor - 1e-6));
    }

    /** The smallest multiple of {@code step} that is at least this. */
    public Volume roundedUp(Volume step) {
        return new Volume(Math.ceilDiv(picolitres, step.picolitres) * step.picolitres);
    }

    /** The multiple of {@code step} nearest to this. */
    public Volume rounded(Volume step) {
        return new Volume(Math.round((double) picolitres / step.picolitres) * step.picolitres);
    }

    public boolean isMultipleOf(Volume step) {
        return picolitres % step.picolitres == 0;
    }

    public boolean isNone() {
        return picolitres == 0;
    }

    public Volume larger(Volume other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Volume smaller(Volume other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Volume other) {
        return Long.compare(picolitres, other.picolitres);
    }

    /** The volume as the bench writes it: {@code 50 nL}, {@code 2.5 µL}, {@code 1.25 mL}. */
    @Override
    public String toString() {
        if (picolitres > 0 && picolitres < PER_MICROLITRE / 2) {
            return plain(nanolitres()) + " nL";
        }
        return picolitres < 1000 * PER_MICROLITRE
                ? plain(microlitres()) + " µL"
                : plain(picolitres / PER_MILLILITRE) + " mL";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
