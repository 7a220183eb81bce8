package org.kindlin.assays.blot;

import org.kindlin.assays.result.Prose;

/** The methods paragraph. */
final class BlotMethods {
    private BlotMethods() {}

    static String of(BlotResult result) {
        BlotProtocol protocol = result.protocol();
        return "Lanes were found as stretches of columns out of which bands stand and followed down the picture along"
                + " their edges; tilt and bend of the bands were taken out by aligning strips of each lane. Bands are the"
                + " peaks of the lane's summed signal whose prominence exceeds eight times the noise and "
                + Prose.number(100 * protocol.gel().leastBand()) + " % of the strongest. " + baseline(protocol)
                + " A band's volume is the sum of the signal above it; bands that overlap have the areas of fitted"
                + " Gaussians with unequal flanks. A band with three or more saturated pixels has a lower limit"
                + " instead of a volume. " + ratios(result);
    }

    private static String baseline(BlotProtocol protocol) {
        return switch (protocol.gel().baseline()) {
            case VALLEY -> "The baseline runs straight from foot to foot of every group of touching bands.";
            case ALS ->
                "The baseline is a smooth line by asymmetric least squares (Eilers, Anal. Chem. 75:3631, 2003).";
            case ROLLING_BALL ->
                "The baseline is that of a rolling ball of " + protocol.gel().ballRadius()
                        + " rows (Sternberg, Computer 16:22, 1983), which takes some percent of every band.";
            case NONE -> "No baseline was subtracted.";
        };
    }

    private static String ratios(BlotResult result) {
        if (result.ratios().isEmpty()) {
            return "";
        }
        return "Volumes were divided by the total of the same target, or by the loading control where that was not"
                + " probed, then by the geometric mean of the reference lanes of the same blot. Fold changes over blots"
                + " are contrasts of a linear mixed model of log ratios by REML, blots (and conditions on them, where"
                + " lanes repeat) random, the noise of the pictures known, with Satterthwaite's degrees of freedom. Curves"
                + " over doses are fitted to ratios freed of their blots' effects, constant in relative error; their"
                + " parameters have the errors of the same model made linear about the curve, those of plateaus beside the"
                + " reference lanes of the same blots.";
    }
}
