package org.kindlin.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Value;

/** A key of doses in nM, 0 for vehicle, as virtual dose series state them. */
public final class DoseList {
    private static final int MOST = 24;

    private DoseList() {}

    /** The key {@code doses} with this default. */
    public static Key<List<Double>> key(String usual) {
        return new Key<>(
                "doses",
                "numbers",
                "nM",
                usual,
                "doses, 0 for vehicle",
                DoseList::parse,
                doses -> new Value.Text(
                        String.join(", ", doses.stream().map(String::valueOf).toList())));
    }

    private static Optional<List<Double>> parse(String text) {
        List<Double> doses = new ArrayList<>();
        for (String part : NameList.of(text)) {
            try {
                double dose = Double.parseDouble(part);
                if (!(dose >= 0 && dose < 1e12)) {
                    return Optional.empty();
                }
                doses.add(dose);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return doses.isEmpty() || doses.size() > MOST ? Optional.empty() : Optional.of(doses);
    }
}
