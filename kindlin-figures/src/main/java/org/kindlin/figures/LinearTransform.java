package org.kindlin.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The identity, ticked at multiples of 1, 2 or 5 times a power of ten (the label set that Talbot, Lin and Hanrahan,
 * IEEE TVCG 2010, rank simplest), from dense to sparse.
 *
 * @param wholeNumbers nothing lies between two whole numbers (frames, animals), so no tick does
 */
public record LinearTransform(boolean wholeNumbers) implements Transform {
    private static final int[] STEPS = {1, 2, 5};
    private static final int MOST_TICKS = 16;
    private static final double AIR = 0.04;
    private static final double LARGEST_PLAIN = 1e6;
    private static final double SMALLEST_PLAIN_STEP = 1e-5;

    /** Ticks wherever they are simplest. */
    public LinearTransform() {
        this(false);
    }

    @Override
    public double position(double value) {
        return value;
    }

    @Override
    public double value(double position) {
        return position;
    }

    @Override
    public boolean isDefined(double value) {
        return Double.isFinite(value);
    }

    @Override
    public Range show(Range data) {
        double air = data.length() * AIR;
        if (air <= Math.max(Math.abs(data.low()), Math.abs(data.high())) * 1e-12) {
            air = data.low() == 0 ? 0.5 : Math.abs(data.low()) * 0.1;
        }
        return new Range(data.low() - air, data.high() + air);
    }

    @Override
    public List<Ticks> candidates(Range values) {
        List<Ticks> candidates = new ArrayList<>();
        if (!(values.length() > 0)) {
            return candidates;
        }
        int exponent = (int) Math.floor(StrictMath.log10(values.length() / MOST_TICKS));
        for (int decade = wholeNumbers ? Math.max(0, exponent) : exponent; candidates.size() < 9; decade++) {
            for (int step : STEPS) {
                Ticks ticks = everyStep(values, step, decade);
                if (ticks.major().size() <= MOST_TICKS) {
                    candidates.add(ticks);
                }
            }
        }
        return candidates;
    }

    private static Ticks everyStep(Range values, int step, int exponent) {
        double unit = Double.parseDouble(step + "e" + exponent);
        double hair = 1e-10 * values.length() / unit;
        double first = Math.ceil(values.low() / unit - hair);
        double last = Math.floor(values.high() / unit + hair);
        List<Tick> ticks = new ArrayList<>();
        for (double multiple = first; multiple <= last && ticks.size() <= MOST_TICKS; multiple++) {
            double value = exact(multiple, step, exponent);
            ticks.add(new Tick(value, label(value, unit, exponent, values)));
        }
        return new Ticks(ticks, List.of());
    }

    /** The decimal product, so that three steps of 0.1 are 0.3 and not 0.30000000000000004. */
    private static double exact(double multiple, int step, int exponent) {
        return BigDecimal.valueOf(multiple)
                .multiply(BigDecimal.valueOf(step))
                .scaleByPowerOfTen(exponent)
                .doubleValue();
    }

    private static String label(double value, double unit, int exponent, Range values) {
        double largest = Math.max(Math.abs(values.low()), Math.abs(values.high()));
        if (largest < LARGEST_PLAIN && unit >= SMALLEST_PLAIN_STEP) {
            return Numerals.decimal(value, -exponent);
        }
        if (value == 0) {
            return "0";
        }
        int power = (int) Math.floor(StrictMath.log10(largest) + 1e-12);
        double mantissa = BigDecimal.valueOf(value).scaleByPowerOfTen(-power).doubleValue();
        return Numerals.decimal(mantissa, power - exponent) + "×" + Numerals.powerOfTen(power);
    }
}
