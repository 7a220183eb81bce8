package org.kindlin.lab.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.numerics.growth.GrowthRateInhibition;

/**
 * The growth of one line over an exposure, treated and untreated: cells = cells at the beginning times 2^(doublings k/k0),
 * with k/k0 the share of the growth rate that a dose leaves.
 *
 * @param slope Hill slope of the logistic curve
 * @param hours exposure
 */
record TrueGrowth(TrueLine line, LogisticIn logistic, double slope, double hours) {

    double doublings() {
        return hours / line.doublingHours();
    }

    private GrowthRateInhibition growth() {
        return new GrowthRateInhibition(doublings());
    }

    /** Cells at a dose in nM, as a fraction of untreated cells at the end. */
    double relativeCount(double dose) {
        double left = 1 / (1 + StrictMath.pow(dose / line.midpointNanomolar(), slope));
        return switch (logistic) {
            case GROWTH -> growth().relativeCount(line.grInf() + (1 - line.grInf()) * left);
            case VIABILITY -> lowest() + (1 - lowest()) * left;
        };
    }

    private double lowest() {
        return growth().relativeCount(line.grInf());
    }

    private double gr(double dose) {
        return growth().ofRelativeCount(relativeCount(dose));
    }

    /** The dose at which this fraction of the untreated cells is left; empty where none does. */
    private OptionalDouble doseAt(double fraction) {
        double low = lowest();
        if (!(fraction > low && fraction < 1)) {
            return OptionalDouble.empty();
        }
        double left = switch (logistic) {
            case GROWTH -> (growth().ofRelativeCount(fraction) - line.grInf()) / (1 - line.grInf());
            case VIABILITY -> (fraction - low) / (1 - low);
        };
        return OptionalDouble.of(line.midpointNanomolar() * StrictMath.pow(1 / left - 1, 1 / slope));
    }

    /** What an analysis should find, under its own names. */
    List<TrueValue> values(double topDose) {
        List<TrueValue> values = new ArrayList<>();
        add(values, "ic50", doseAt(0.5 * (1 + lowest())));
        add(values, "ic50-absolute", doseAt(0.5));
        add(values, "gr50", doseAt(growth().relativeCount(0.5)));
        values.add(new TrueValue("grMax", gr(topDose), ""));
        values.add(new TrueValue("grInf", line.grInf(), ""));
        if (logistic == LogisticIn.GROWTH) {
            values.add(new TrueValue("gec50", line.midpointNanomolar(), "nM"));
            values.add(new TrueValue("hGR", slope, ""));
        } else {
            values.add(new TrueValue("hillSlope", slope, ""));
            values.add(new TrueValue("bottom", 100 * lowest(), "%"));
        }
        return values;
    }

    private static void add(List<TrueValue> values, String name, OptionalDouble dose) {
        if (dose.isPresent()) {
            values.add(new TrueValue(name, dose.getAsDouble(), "nM"));
        }
    }

    /** How the untreated line grows. */
    List<TrueValue> lineValues() {
        return List.of(
                new TrueValue("doublings", doublings(), ""),
                new TrueValue("doublingTime", line.doublingHours(), "h"),
                new TrueValue("dayZeroLevel", 100 * growth().atStart(), "%"));
    }
}
