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
 * @param models which models are fitted, and which doses are asked of them
 * @param repetition how curves belong together
 */
public record DoseResponseProtocol(
        ColumnNames columns,
        DoseScale scale,
        CurveProtocol curve,
        Set<Parameter> shared,
        ModelProtocol models,
        Repetition repetition) {
    public DoseResponseProtocol {
        shared = Set.copyOf(shared);
    }

    /** Logistic curves and their mid-points. */
    public DoseResponseProtocol(ColumnNames columns, DoseScale scale, CurveProtocol curve, Set<Parameter> shared) {
        this(columns, scale, curve, shared, ModelProtocol.STANDARD, Repetition.NONE);
    }
}
