package org.kindlin.assays.response;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.kindlin.assays.response.ArmCount.Published;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * Counts: one row for each arm with responders and patients, and perhaps what was printed elsewhere (a clinical ledger): the rate
 * and its interval, medians, hazard ratios. A row of a ledger may have a printed rate instead of responders, or neither.
 */
final class CountTable {
    private static final int MOST_DERIVED = 100_000;
    private static final Pattern LIMIT = Pattern.compile("-?\\d{1,9}([.,]\\d{1,9})? ?%?");

    private final TidyTable table;
    private final LedgerColumns ledger;
    private final ResponseTables found;
    private final Faults faults;

    private CountTable(TidyTable table, LedgerColumns ledger, ResponseTables found, Faults faults) {
        this.table = table;
        this.ledger = ledger;
        this.found = found;
        this.faults = faults;
    }

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
        CountTable counts = new CountTable(table, new LedgerColumns(table, protocol.unit()), found, faults);
        Set<String> seen = new HashSet<>();
        for (TextRow row : table.rows()) {
            String name = arm.map(column -> column.text(row)).orElse("");
            if (!seen.add(name)) {
                n.get().fault(row, "arm '" + name + "' stands twice", "keep one row for each arm", faults);
            }
            counts.row(name, responders.get(), n.get(), row);
        }
    }

    private void row(String name, TidyColumn responders, TidyColumn n, TextRow row) {
        boolean isLedger = ledger.any();
        boolean isCounted = !isLedger
                || !NumberText.isMissing(responders.text(row))
                || ledger.printedRate(row).isPresent();
        OptionalDouble total = isCounted ? n.number(row, faults) : n.numberIfPresent(row, faults);
        OptionalDouble x = isCounted && total.isPresent()
                ? count(responders, n, total.getAsDouble(), row)
                : OptionalDouble.empty();
        boolean hasCounts = x.isPresent();
        if (hasCounts) {
            found.counts.add(new ArmCount(name, (int) x.getAsDouble(), -1, (int) total.getAsDouble(), published(row)));
        }
        if (isLedger) {
            OptionalInt patients = total.isPresent() ? OptionalInt.of((int) total.getAsDouble()) : OptionalInt.empty();
            found.trials.add(ledger.trial(name, patients, hasCounts, row, faults));
        }
    }

    /** Responders as stated, else as the printed rate says where it leaves no choice. */
    private OptionalDouble count(TidyColumn responders, TidyColumn n, double total, TextRow row) {
        if (!NumberText.isMissing(responders.text(row))
                || ledger.printedRate(row).isEmpty()) {
            OptionalDouble x = responders.number(row, faults);
            return x.isPresent() && isCount(x.getAsDouble(), total, n, row) ? x : OptionalDouble.empty();
        }
        if (!isCount(0, total, n, row)) {
            return OptionalDouble.empty();
        }
        String printed = ledger.printedRate(row).orElseThrow();
        Optional<PrintedRate> rate = PrintedRate.parse(printed);
        int least = rate.isPresent() && total <= MOST_DERIVED ? rate.get().least((int) total) : -1;
        int greatest = least < 0 ? -1 : rate.orElseThrow().greatest((int) total);
        if (least < 0 || least != greatest) {
            responders.fault(
                    row,
                    "a rate of '" + printed + "' among " + (int) total
                            + (least < 0
                                    ? " is that of no count"
                                    : " is that of " + least + " to " + greatest + " responders"),
                    "state the responders",
                    faults);
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(least);
    }

    private boolean isCount(double x, double n, TidyColumn column, TextRow row) {
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

    private Optional<Published> published(TextRow row) {
        Optional<TidyColumn> low = table.column("published low", "printed low", "orr low", "low");
        Optional<TidyColumn> high = table.column("published high", "printed high", "orr high", "high");
        if (low.isEmpty()
                || high.isEmpty()
                || NumberText.isMissing(low.get().text(row))
                || NumberText.isMissing(high.get().text(row))) {
            return Optional.empty();
        }
        if (!isLimit(low.get(), row) || !isLimit(high.get(), row)) {
            return Optional.empty();
        }
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

    private boolean isLimit(TidyColumn column, TextRow row) {
        boolean isNumber = LIMIT.matcher(column.text(row)).matches();
        if (!isNumber) {
            column.fault(
                    row,
                    "'" + column.name() + "': '" + column.text(row) + "' is no limit",
                    "write it as printed, such as 23 or 23.4",
                    faults);
        }
        return isNumber;
    }
}
