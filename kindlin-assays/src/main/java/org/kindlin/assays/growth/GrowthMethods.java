package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.protocol.ArriveItem;
import org.kindlin.assays.result.Prose;

/** The methods paragraph, with ARRIVE's ten items. */
final class GrowthMethods {
    static final String MODEL = "linear mixed model of log volume";

    private GrowthMethods() {}

    /** The model in a few words, as estimates name it. */
    static String method(GrowthResult result) {
        GrowthProtocol.Model model = result.protocol().model();
        return MODEL + ", " + model.criterion() + ", "
                + switch (model.smallSample()) {
                    case SATTERTHWAITE -> "Satterthwaite";
                    case KENWARD_ROGER -> "Kenward-Roger";
                    case NORMAL -> "normal";
                };
    }

    static String of(GrowthResult result) {
        List<String> sentences = new ArrayList<>();
        sentences.add(reading(result));
        sentences.add(model(result));
        sentences.add("Degrees of freedom are "
                + switch (result.protocol().model().smallSample()) {
                    case SATTERTHWAITE -> "Satterthwaite's.";
                    case KENWARD_ROGER -> "Kenward and Roger's, with their corrected covariance.";
                    case NORMAL -> "infinite (normal distribution), which makes tests of small studies too large.";
                });
        sentences.add("Growth inhibition is 1 - (T - T0) / (C - C0) of arithmetic mean volumes on day "
                + Prose.number(result.evaluationDay())
                + ". Where an animal of either arm had left by then, the means are those that a mixed model of log volume with a"
                + " mean for every arm and visit, and random start and growth rate of every animal, gives as if none had left:"
                + " removal by size depends on measured volumes and is missing at random, and the last reading before it is"
                + " kept. Removal for toxicity is a competing event and is counted beside.");
        if (result.roles().combination().isPresent()) {
            sentences.add(
                    "Interactions: Bliss independence on the growth rate of log volume (equivalently, relative volumes"
                            + " multiply); the highest single agent by an intersection-union test; response additivity on"
                            + " relative volumes; multiplying rates on the logarithm of the rate. The same data can interact on"
                            + " one scale and not on another.");
        }
        result.model().family().ifPresent(family -> sentences.add(family.method()));
        if (!result.laws().isEmpty()) {
            sentences.add(
                    "Laws of growth are fitted by least squares of log volume, each animal with a start and a rate of"
                            + " its own and all animals of the arm with one bend: exponential; Gompertz; logistic; exponential and then"
                            + " linear (Simeoni et al. 2004, switching exponent 20). Rates are means over animals; laws are compared by"
                            + " AICc and, with the exponential, by F.");
        }
        result.drugEffect().flatMap(DrugEffect::method).ifPresent(sentences::add);
        sentences.add("Responses are those of mRECIST for mice (Gao et al. 2015).");
        sentences.add(ArriveItem.sentence(result.protocol().arrive()));
        return String.join(" ", sentences);
    }

    private static String reading(GrowthResult result) {
        GrowthProtocol protocol = result.protocol();
        return "Volumes are in mm3; from calipers they are "
                + protocol.reading().formula().text()
                + " with the larger diameter as the length. Body weights are without the tumour, its density being "
                + Prose.number(protocol.reading().density()) + " g/cm3. Readings of zero are "
                + switch (protocol.model().undetectable()) {
                    case BY_COURSE ->
                        "left out where a measurable tumour came back, and left-censored at "
                                + Prose.number(result.detectionLimit()) + " mm3 where none did.";
                    case LEFT_OUT -> "left out.";
                    case LEFT_CENSORED -> "left-censored at " + Prose.number(result.detectionLimit()) + " mm3.";
                };
    }

    private static String model(GrowthResult result) {
        GrowthProtocol.Model model = result.protocol().model();
        String start = switch (model.baseline()) {
            case BY_ARM -> "a start for each arm";
            case COMMON -> "one start for all arms, as randomisation makes it";
            case RELATIVE -> "volumes relative to each animal's first";
        };
        String random = switch (model.random()) {
            case INTERCEPT_AND_SLOPE -> "start and growth rate of each animal random and correlated";
            case INTERCEPT -> "the start of each animal random";
            case SLOPE -> "the growth rate of each animal random";
        };
        String residual = switch (model.variance()) {
            case CONSTANT -> "";
            case BY_ARM -> ", residual variance by arm";
            case POWER_OF_DAY -> ", residual standard deviation a power of the day";
        };
        return "Growth rates are slopes of the natural logarithm of volume on day in a linear mixed model with " + start
                + " and a growth rate for each arm, " + random + residual
                + (model.serial() ? ", residuals correlated over time (CAR(1))" : "") + ", fitted by "
                + model.criterion() + ".";
    }
}
