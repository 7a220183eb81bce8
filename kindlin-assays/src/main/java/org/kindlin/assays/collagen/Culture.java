package org.kindlin.assays.collagen;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.calibration.Denominators;
import org.kindlin.assays.calibration.Treatment;

/**
 * One culture with all its extracts: the unit of replication.
 *
 * @param name as the plate map gives it
 * @param concentrations by fraction, in the unit of the standards
 * @param amounts by fraction in micrograms; empty where a volume is not stated
 * @param per what the amounts may be divided by
 */
record Culture(
        String name,
        Treatment treatment,
        Map<String, Amount> concentrations,
        Map<String, Amount> amounts,
        Denominators per) {
    /** The fraction that is the sum of all others. */
    static final String TOTAL = "total";

    Culture {
        concentrations = Collections.unmodifiableMap(new LinkedHashMap<>(concentrations));
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    /** All fractions together; empty where not every fraction has an amount. */
    Optional<Amount> total(double level) {
        return amounts.isEmpty() || amounts.size() < concentrations.size()
                ? Optional.empty()
                : Optional.of(Amount.sum(List.copyOf(amounts.values()), level));
    }

    /** The amount of a fraction or of all together, in micrograms. */
    Optional<Amount> amount(String fraction, double level) {
        return fraction.equals(TOTAL) ? total(level) : Optional.ofNullable(amounts.get(fraction));
    }

    OptionalDouble divisor(PerUnit per) {
        return switch (per) {
            case CULTURE -> OptionalDouble.of(1);
            case CELL -> this.per.cells();
            case PROTEIN -> this.per.proteinMicrograms();
        };
    }
}
