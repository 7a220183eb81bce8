package org.kindlin.assays.biomarker;

import org.kindlin.assays.result.Prose;
import org.kindlin.numerics.paired.SignedRank;

/** The methods paragraph. */
final class BiomarkerMethods {
    private BiomarkerMethods() {}

    static String of(BiomarkerProtocol protocol) {
        String composition = protocol.isComposition()
                ? " The markers of a sample are parts of a whole: each was divided by the geometric mean of all parts of its"
                        + " sample (Aitchison 1982), so changes are relative to the other parts."
                : "";
        String arms = protocol.columns().arm().isPresent()
                ? " Arms are compared by analysis of covariance of the value after on the value before, on logarithms where"
                        + " all values are positive; the comparisons of change scores and of the values after stand beside it."
                : "";
        return "Each subject's value after is compared with its value before. Ratios are geometric means by Student's t of"
                + " log ratios, percentChange being 100 (geometricMeanRatio - 1), with "
                + Prose.number(100 * protocol.level())
                + " % intervals. The signed-rank test is exact given the ranks as they are, ties included; differences of zero"
                + " are "
                + (protocol.zeros() == SignedRank.Zeros.WILCOXON
                        ? "left out before ranking"
                        : "ranked and then left out")
                + ". The sign-flip test counts all sign patterns of up to 22 differences. Values below the limit of"
                + " quantification enter as lying below it, by maximum likelihood of a normal distribution of log ratios."
                + composition + arms;
    }
}
