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
 */
public record ColumnNames(String x, String y, List<String> by, Optional<String> exclude) {
    public ColumnNames {
        by = List.copyOf(by);
    }
}
