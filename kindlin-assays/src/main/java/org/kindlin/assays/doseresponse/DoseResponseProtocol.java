package org.kindlin.assays.doseresponse;

import java.util.Set;
import org.kindlin.numerics.sigmoid.Parameter;

/**
 * The parameters of a dose-response analysis.
 *
 * @param columns where the file keeps dose, response and what splits it
 * @param scale how doses are written
 * @param curve how each curve is analysed
 * @param shared parameters that all curves have in common; none for separate fits
 */
public record DoseResponseProtocol(ColumnNames columns, DoseScale scale, CurveProtocol curve, Set<Parameter> shared) {
    public DoseResponseProtocol {
        shared = Set.copyOf(shared);
    }
}
