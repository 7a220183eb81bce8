package org.kindlin.assays.combination;

import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.result.Prose;

/** The methods paragraph. */
final class CombinationMethods {
    private CombinationMethods() {}

    static String of(CombinationProtocol protocol, QualityControl quality) {
        String plates = quality.plates().isEmpty()
                ? ""
                : " Readings of plates, less the mean of their blanks, are percent of the mean of their vehicle wells; the error"
                        + " of that mean is in the intervals, that of the blanks is not. " + quality.methods();
        String scale = switch (protocol.scale()) {
            case INHIBITION -> "Responses are percent inhibition as given.";
            case VIABILITY -> "Responses are percent of untreated; the effect is 100 % less that.";
            case SIGNAL ->
                "Signals became effects between the mean of the untreated wells (0 %) and a background of "
                        + Prose.number(protocol.background()) + " (100 %).";
        };
        return scale + " Each agent alone was fitted with a rising four-parameter curve from the mean of the untreated"
                + " wells to at most the full effect, weighted by replicates. The excess of a dose pair is its mean effect"
                + " less that expected: the larger effect (highest single agent); f1 + f2 - f1 f2 (Bliss 1939); generalised"
                + " Loewe additivity (Van der Borght 2017, Sci Rep 7:17935); for zero interaction potency (Yadav 2015,"
                + " Comput Struct Biotechnol J 13:504) the mean of two curves fitted through the pair, less Bliss. Mean"
                + " excesses count every dose pair once. Intervals (" + Prose.number(100 * protocol.level())
                + " %) are percentile bootstrap intervals of " + protocol.rounds()
                + " rounds that redraw every cell with the variance of replicates (a floor and a part proportional to what is"
                + " left of the response), itself redrawn, and refit all"
                + " curves. Dose pairs are named only where they exceed the 95 % point of the largest studentised error"
                + " of the matrix. The verdict is given on " + CombinationVerdicts.nullModel(protocol.judged()) + "."
                + plates;
    }
}
