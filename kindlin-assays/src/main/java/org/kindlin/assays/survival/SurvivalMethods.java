package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.protocol.ArriveItem;
import org.kindlin.assays.result.Prose;

/** The methods paragraph. */
final class SurvivalMethods {
    private SurvivalMethods() {}

    static String of(SurvivalResult result) {
        SurvivalProtocol protocol = result.protocol();
        if (result.arms().isEmpty()) {
            return "Only the medians of the arms are known. What both agents together are expected to do is told by three null"
                    + " models: gains in median time add; ratios of median times multiply; reductions of the rate 1/median add."
                    + " None of them has an error without the times of single animals. The number of animals per arm assumes"
                    + " Weibull times without censoring.";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(result.study().coding());
        sentences.add(
                protocol.unit().isEmpty()
                        ? "The unit of time is not stated."
                        : "Times are in " + protocol.unit() + ".");
        sentences.add("Curves are Kaplan-Meier estimates with Greenwood's variance and pointwise "
                + Prose.number(100 * protocol.level()) + " % limits on the "
                + protocol.interval().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + " scale; medians are "
                + (protocol.quantiles().name().equals("MIDPOINT")
                        ? "the first time at which the curve is at or below one half, or the middle of the stretch where it runs at one half"
                        : "the first time at which the curve is at or below one half")
                + ", with limits where the band crosses one half (Brookmeyer and Crowley 1982).");
        if (!result.arms().isEmpty()) {
            sentences.add("Restricted means count the area under the curve to "
                    + Prose.number(result.arms().getFirst().horizon())
                    + (protocol.unit().isEmpty() ? "" : " " + protocol.unit())
                    + (protocol.horizon().isPresent() ? ", as stated" : ", the longest time that every arm reaches")
                    + "; follow-up is the median by reverse Kaplan-Meier.");
        }
        if (result.arms().size() > 1) {
            tests(result, sentences);
        }
        if (!result.cox().results().isEmpty()) {
            cox(protocol, sentences);
        }
        protocol.cause()
                .ifPresent(cause -> sentences.add("Causes compete: curves and medians count any cause; log-rank tests"
                        + " and the Cox model are specific to cause " + cause
                        + ", other causes being censored; cumulative incidences"
                        + " are Aalen-Johansen's, compared by Gray's test, and the Fine-Gray model describes the incidence of cause "
                        + cause + "."));
        if (!result.study().trend().isEmpty()) {
            sentences.add(
                    "The test of trend sums observed less expected events over arms with their scores (Tarone 1975).");
        }
        result.protocol()
                .digitised()
                .filter(_ -> result.isReconstructed())
                .ifPresent(digitised ->
                        sentences.add("The error statement repeats the reconstruction 40 times with normal errors of "
                                + Prose.number(digitised.readingError())
                                + " of survival, an assumption (readingError), at every point read; intervals of the analysis hold for the"
                                + " reconstructed times and do not count it."));
        if (result.isAnimalStudy()) {
            sentences.add(ArriveItem.sentence(protocol.arrive()));
        }
        if (!result.combination().results().isEmpty()) {
            sentences.add(
                    "Interaction of the two agents is given on four scales: log hazard (Cox), its additive form RERI"
                            + " with errors by the delta method, log time (Weibull and log-normal accelerated failure times), and the"
                            + " restricted mean. Power is that of the two-sided Wald test of the log hazard interaction at its own"
                            + " standard error.");
        }
        return String.join(" ", sentences);
    }

    private static void tests(SurvivalResult result, List<String> sentences) {
        SurvivalProtocol protocol = result.protocol();
        sentences.add("Arms are compared by the log-rank test, and by those of Peto and Peto (weights S(t-)), Gehan and"
                + " Breslow, and Tarone and Ware"
                + (protocol.columns().strata().isEmpty()
                        ? "."
                        : ", also within strata of "
                                + Prose.list(protocol.columns().strata()) + "."));
        if (result.arms().size() > 2) {
            sentences.add("Pairs of arms are compared by the log-rank test with p values adjusted by Holm (family-wise"
                    + " error) and by Benjamini and Hochberg (false discoveries).");
        }
        if (protocol.permutations() > 0) {
            sentences.add(
                    "The permutation test recomputes the chi-squared of the log-rank test, variance included, over"
                            + " all orders where there are at most " + protocol.permutations()
                            + ", else over that many drawn at random.");
        }
    }

    private static void cox(SurvivalProtocol protocol, List<String> sentences) {
        String ties = switch (protocol.ties()) {
            case EFRON -> "Efron's";
            case BRESLOW -> "Breslow's";
            case EXACT -> "the exact conditional";
        };
        String strata = protocol.columns().strata().isEmpty()
                ? ""
                : ", stratified by " + Prose.list(protocol.columns().strata());
        String robust = protocol.columns()
                .cluster()
                .map(name -> " Standard errors are robust to dependence within " + name + " (Lin and Wei 1989).")
                .orElse("");
        sentences.add(
                "Hazard ratios are of a Cox model with " + ties + " treatment of ties" + strata
                        + ", with Wald's intervals." + robust
                        + " Proportional hazards are tested by score tests of each term's interaction with the Kaplan-Meier"
                        + " transform of time. Where the likelihood is monotone no finite estimate is given, and Firth's penalised"
                        + " model (Heinze and Schemper 2001, Breslow's ties) stands beside it with profile likelihood intervals.");
    }
}
