package org.kindlin.lab.plan;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;

/** The settings by which a plan is asked what it promises. */
final class PrecisionKeys {
    static final String REPLICATES = "replicates";
    static final String DOSES = "doses";
    static final String FOLD = "fold";

    private static final Key<Double> WANTED = Key.number(
                    "wantedFold",
                    null,
                    "wanted width of the interval, upper over lower limit (combination: upper less lower): replicates and doses"
                            + " are then searched for")
            .onlyIf("number > 1", fold -> fold > 1);
    private static final Key<Double> ASSURANCE =
            Key.number("assurance", 0.5, 0.99, "0.8", "share of experiments that must reach the wanted width");
    private static final Key<Double> SIMULATIONS = DesignKeys.whole(
            "simulations", 0, 10_000, 40, "simulated experiments per design; 0 for no promise of precision");

    private PrecisionKeys() {}

    static List<Key<?>> all() {
        return List.of(WANTED, ASSURANCE, SIMULATIONS);
    }

    static Optional<Double> wantedFold(Resolved settings) {
        return settings.find(WANTED);
    }

    static double assurance(Resolved settings) {
        return settings.get(ASSURANCE);
    }

    static int simulations(Resolved settings) {
        return DesignKeys.count(settings, SIMULATIONS);
    }
}
