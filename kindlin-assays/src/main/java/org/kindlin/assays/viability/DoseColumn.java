package org.kindlin.assays.viability;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;

/**
 * The column of a table that holds doses.
 *
 * @param unit as its header says ({@code concentration_uM}, {@code dose (nM)})
 */
record DoseColumn(TidyColumn column, Optional<Unit> unit) {
    private static final Pattern NAME =
            Pattern.compile("(?i)(?:concentration|conc|dose)\\.?[\\s_]*[(\\[]?\\s*([^\\s)\\]]{0,8})\\s*[)\\]]?");

    /** The first such column; empty where there is none. */
    static Optional<DoseColumn> of(TidyTable table) {
        return table.columns().stream().flatMap(column -> of(column).stream()).findFirst();
    }

    private static Optional<DoseColumn> of(TidyColumn column) {
        Matcher matcher = NAME.matcher(column.name().strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String text = matcher.group(1);
        Optional<Unit> unit = Unit.parse(text).filter(found -> found.dimension() == Dimension.AMOUNT_CONCENTRATION);
        boolean bare = text.isEmpty() || text.toLowerCase(Locale.ROOT).equals("s");
        return bare || unit.isPresent() ? Optional.of(new DoseColumn(column, unit)) : Optional.empty();
    }
}
