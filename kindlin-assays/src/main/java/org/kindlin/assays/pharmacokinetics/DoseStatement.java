package org.kindlin.assays.pharmacokinetics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the protocol says of the dose. */
public sealed interface DoseStatement {

    /** One dose for every subject. */
    record Amount(double amount, Optional<DoseUnit> unit) implements DoseStatement {}

    /** A column of the file. */
    record Column(String name) implements DoseStatement {}

    /** Nothing: a column is looked for. */
    record NotStated() implements DoseStatement {}

    /** Reads {@code 400 mg}, {@code 50 mg/kg}, {@code 400} or the name of a column. */
    static Optional<DoseStatement> parse(String text) {
        Matcher number = Text.AMOUNT.matcher(text.strip());
        if (!number.matches()) {
            return text.isBlank() ? Optional.empty() : Optional.of(new Column(text.strip()));
        }
        double amount = Double.parseDouble(number.group(1));
        String unitText = number.group(2).strip();
        Optional<DoseUnit> unit = DoseUnit.parse(unitText);
        boolean isSound = amount > 0 && Double.isFinite(amount) && (unitText.isEmpty() || unit.isPresent());
        return isSound ? Optional.of(new Amount(amount, unit)) : Optional.empty();
    }

    /** The pattern, apart so that the interface has no state of its own. */
    final class Text {
        static final Pattern AMOUNT = Pattern.compile("(\\d+\\.?\\d*(?:[eE][-+]?\\d{1,3})?)\\s*(\\S*)");

        private Text() {}
    }
}
