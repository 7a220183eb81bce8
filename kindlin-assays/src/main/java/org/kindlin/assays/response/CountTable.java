package org.kindlin.assays.response;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.assays.response.ArmCount.Published;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Counts: one row for each arm with responders and patients, and perhaps the interval printed elsewhere. */
final class CountTable {
    private CountTable() {}

    static void read(TidyTable table, ResponseProtocol protocol, ResponseTables found, Faults faults) {
        Optional<TidyColumn> responders = protocol.columns()
                .responders()
                .map(name -> table.required(name, faults))
                .orElseGet(() -> table.column("responders", "x"));
        Optional<TidyColumn> n = table.required(protocol.columns().n().orElse("n"), faults);
        Optional<TidyColumn> trial = table.column("trial", "study");
        Optional<TidyColumn> arm =
                ResponseReader.arm(table, protocol, faults).or(() -> trial).or(() -> table.column("name", "group"));
        if (responders.isEmpty() || n.isEmpty()) {
            return;
        }
        found.areTrials |= trial.isPresent() && arm.equals(trial);
        Set<String> seen = new HashSet<>();
        for (TextRow row : table.rows()) {
            OptionalDouble x = responders.get().number(row, faults);
            OptionalDouble total = n.get().number(row, faults);
            if (x.isPresent()
                    && total.isPresent()
                    && isCount(x.getAsDouble(), total.getAsDouble(), n.get(), row, faults)) {
                String name = arm.map(column -> column.text(row)).orElse("");
                if (!seen.add(name)) {
                    n.get().fault(row, "arm '" + name + "' stands twice", "keep one row for each arm", faults);
                }
                found.counts.add(new ArmCount(
                        name, (int) x.getAsDouble(), -1, (int) total.getAsDouble(), published(table, row, faults)));
            }
        }
    }

    private static boolean isCount(double x, double n, TidyColumn column, TextRow row, Faults faults) {
        boolean whole = x == Math.rint(x) && n == Math.rint(n) && n < 1e9;
        if (!whole || x < 0 || n < 1 || x > n) {
            column.fault(
                    row,
                    column.text(row) + " patients with " + x + " responders",
                    "give whole counts with 0 <= responders <= n",
                    faults);
            return false;
        }
        return true;
    }

    private static Optional<Published> published(TidyTable table, TextRow row, Faults faults) {
        Optional<TidyColumn> low = table.column("published low", "printed low", "low");
        Optional<TidyColumn> high = table.column("published high", "printed high", "high");
        if (low.isEmpty()
                || high.isEmpty()
                || NumberText.isMissing(low.get().text(row))
                || NumberText.isMissing(high.get().text(row))) {
            return Optional.empty();
        }
        low.get().number(row, faults);
        high.get().number(row, faults);
        double level = table.column("published level", "printed level", "level")
                .map(column -> column.numberIfPresent(row, faults).orElse(95))
                .orElse(95.0);
        double fraction = level > 1 ? level / 100 : level;
        if (!(fraction > 0 && fraction < 1)) {
            low.get().fault(row, "a level of " + level, "give the level as 90 or 0.90", faults);
            return Optional.empty();
        }
        return Optional.of(new Published(low.get().text(row), high.get().text(row), fraction));
    }
}
