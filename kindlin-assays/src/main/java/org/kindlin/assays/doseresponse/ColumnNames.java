package org.kindlin.assays.doseresponse;

import java.util.List;
import java.util.Optional;

/**
 * Where a tidy file keeps what is analysed.
 *
 * @param x the dose
 * @param y the response
 * @param by what splits the file into curves; their values become the subject
 * @param exclude where a reason stands, the row is left out
 * @param prism what is stated of a Prism file
 */
public record ColumnNames(String x, String y, List<String> by, Optional<String> exclude, PrismChoice prism) {
    public ColumnNames {
        by = List.copyOf(by);
    }

    /** Of a tidy file. */
    public ColumnNames(String x, String y, List<String> by, Optional<String> exclude) {
        this(x, y, by, exclude, PrismChoice.NONE);
    }
}
