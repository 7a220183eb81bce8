package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The decadic logarithm. Decades are labelled, the multiples 2 to 9 ticked between them; over less than two decades
 * 1-2-5 or 1-3 multiples are labelled too, over a fraction of a decade the ticks are linear.
 *
 * <p>Labels are plain ("0.01", "100") where every one of them is readable so, else powers of ten ("10⁻⁹").
 */
public record LogTransform() implements Transform {
    private static final int SMALLEST_PLAIN = -3;
    private static final int LARGEST_PLAIN = 5;
    private static final int MOST_DECADES_WITH_MINOR = 14;
    private static final int[] STRIDES = {1, 2, 3, 4, 5, 6, 10, 20, 50, 100, 200};
    private static final double AIR = 0.03;

    @Override
    public double position(double value) {
        return StrictMath.log10(value);
    }

    @Override
    public double value(double position) {
        return StrictMath.pow(10, position);
    }

    @Override
    public boolean isDefined(double value) {
        return value > 0 && Double.isFinite(value);
    }

    @Override
    public Range show(Range data) {
        double air = data.length() > 0 ? Math.max(data.length() * AIR, 0.02) : 0.5;
        return new Range(data.low() - air, data.high() + air);
    }

    @Override
    public List<Ticks> candidates(Range values) {
        Range decades = new Range(position(values.low()), position(values.high()));
        List<Ticks> candidates = new ArrayList<>();
        int inside = decadesIn(decades, 1).size();
        if (inside < 3) {
            candidates.add(multiples(decades, List.of(1, 2, 5)));
            candidates.add(multiples(decades, List.of(1, 3)));
        }
        if (inside < 2) {
            candidates.removeIf(ticks -> ticks.major().size() < 2);
            candidates.addAll(new LinearTransform().candidates(values));
        }
        for (int stride : STRIDES) {
            candidates.add(everyDecade(decades, stride));
        }
        return candidates;
    }

    private static Ticks everyDecade(Range decades, int stride) {
        boolean plain = isPlain(decades);
        List<Tick> major = decadesIn(decades, stride).stream()
                .map(exponent -> new Tick(power(1, exponent), label(1, exponent, plain)))
                .toList();
        return new Ticks(major, minor(decades, stride, List.of(1)));
    }

    private static Ticks multiples(Range decades, List<Integer> digits) {
        boolean plain = isPlain(decades);
        List<Tick> major = decadesAround(decades)
                .boxed()
                .flatMap(exponent -> digits.stream()
                        .filter(digit -> isInside(decades, digit, exponent))
                        .map(digit -> new Tick(power(digit, exponent), label(digit, exponent, plain))))
                .toList();
        return new Ticks(major, minor(decades, 1, digits));
    }

    private static List<Double> minor(Range decades, int stride, List<Integer> labelled) {
        if (decades.length() > MOST_DECADES_WITH_MINOR || stride > 1) {
            return decadesIn(decades, 1).stream()
                    .filter(exponent -> Math.floorMod(exponent, stride) != 0)
                    .map(exponent -> power(1, exponent))
                    .toList();
        }
        return decadesAround(decades)
                .boxed()
                .flatMap(exponent -> IntStream.rangeClosed(1, 9)
                        .filter(digit -> !labelled.contains(digit) && isInside(decades, digit, exponent))
                        .mapToObj(digit -> power(digit, exponent)))
                .toList();
    }

    private static boolean isInside(Range decades, int digit, int exponent) {
        return decades.contains(StrictMath.log10(power(digit, exponent)));
    }

    /** Whole exponents inside the range, only multiples of the stride. */
    private static List<Integer> decadesIn(Range decades, int stride) {
        return decadesAround(decades)
                .filter(exponent -> Math.floorMod(exponent, stride) == 0 && decades.contains(exponent))
                .boxed()
                .toList();
    }

    private static IntStream decadesAround(Range decades) {
        return IntStream.rangeClosed((int) Math.floor(decades.low()), (int) Math.ceil(decades.high()));
    }

    /** The double nearest to the decimal number, which repeated multiplication would miss. */
    private static double power(int digit, int exponent) {
        return Double.parseDouble(digit + "e" + exponent);
    }

    private static boolean isPlain(Range decades) {
        return decades.low() >= SMALLEST_PLAIN - 0.9 && decades.high() <= LARGEST_PLAIN + 0.9;
    }

    private static String label(int digit, int exponent, boolean plain) {
        if (plain) {
            return Numerals.decimal(power(digit, exponent), Math.max(0, -exponent));
        }
        return digit == 1 ? Numerals.powerOfTen(exponent) : digit + "×" + Numerals.powerOfTen(exponent);
    }
}
