package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;

/**
 * Warnings that hold a fitted IC50 and slope against the enzyme concentration.
 *
 * <p>An inhibitor cannot half-inhibit an enzyme before it has met half of it, so IC50 is at least half the enzyme, and
 * within a few times the enzyme the four-parameter curve bends: slope above 1 and mid-point too low (R. A. Copeland,
 * Evaluation of Enzyme Inhibitors in Drug Discovery, 2nd ed. 2013, chapter 7).
 */
final class PotencyWarnings {
    static final double STEEP = 1.2;
    static final double NEAR = 3;

    private PotencyWarnings() {}

    /**
     * @param ic50Nanomolar fitted mid-point
     * @param hillSlope fitted slope
     * @param enzymeNanomolar total enzyme, where stated
     */
    static List<Warning> of(double ic50Nanomolar, double hillSlope, OptionalDouble enzymeNanomolar) {
        if (enzymeNanomolar.isEmpty()) {
            return List.of();
        }
        double enzyme = enzymeNanomolar.getAsDouble();
        List<Warning> warnings = new ArrayList<>();
        if (ic50Nanomolar < enzyme / 2) {
            warnings.add(new Warning(
                    "tight-binding-limit",
                    "IC50 " + Prose.number(ic50Nanomolar) + " nM lies below half the enzyme concentration, "
                            + Prose.number(enzyme / 2)
                            + " nM, the lowest an IC50 can be: the active enzyme is less than stated, or the"
                            + " curve misreports; use the tight-binding Ki."));
        }
        if (hillSlope > STEEP && ic50Nanomolar < NEAR * enzyme) {
            warnings.add(new Warning(
                    "tight-binding",
                    "Slope " + Prose.number(hillSlope) + " with IC50 " + Prose.number(ic50Nanomolar) + " nM at "
                            + Prose.number(enzyme) + " nM enzyme (" + Prose.number(ic50Nanomolar / enzyme)
                            + " times) is the sign of tight binding: the IC50 reflects the enzyme as much as the"
                            + " compound; use the tight-binding Ki."));
        }
        return warnings;
    }
}
