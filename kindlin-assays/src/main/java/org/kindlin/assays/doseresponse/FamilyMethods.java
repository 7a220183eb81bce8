package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kindlin.numerics.curve.ErrorModel;

/** The methods paragraph where other models than one logistic were fitted. */
final class FamilyMethods {
    private static final String WIDENED =
            "Intervals of its effect doses were widened for the choice: on each side they reach at least as far as"
                    + " Buckland's unconditional error about the chosen model's dose. Other intervals leave the choice"
                    + " out.";

    private FamilyMethods() {}

    static String of(DoseResponseProtocol protocol) {
        List<String> sentences = new ArrayList<>();
        sentences.add(models(protocol.models().request()));
        protocol.curve()
                .direction()
                .ifPresent(only -> sentences.add(
                        "The response was taken to be " + only.name().toLowerCase(Locale.ROOT) + " with dose."));
        sentences.add(error(protocol));
        sentences.add("The optimum of each model is global within its box: a grid over the parameters that do not enter"
                + " linearly, the others being solved for exactly within their limits (variable projection, Golub and"
                + " Pereyra 1973), and a descent from each of its lowest basins.");
        sentences.add(choice(protocol.models().request()));
        sentences.add(doses(protocol));
        sentences.add(
                "Other intervals are Wald's (Student's t, delta method), and not given where a parameter ended at a"
                        + " limit. auc is the mean of the fitted curve over the logarithm of the dose between the lowest and the"
                        + " highest tested dose.");
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String models(ModelRequest request) {
        String titles = request.candidates().stream()
                .map(model -> model.spelling() + " (" + model.title() + ")")
                .collect(Collectors.joining("; "));
        String sources =
                " Weibull and Gompertz curves follow Ritz et al. (2015), hormesis Brain and Cousens (1989), the"
                        + " models from zero Sheffield et al. (2022).";
        return "Fitted: " + titles + "." + sources;
    }

    private static String error(DoseResponseProtocol protocol) {
        String weights = protocol.curve().weighting().title();
        return protocol.models().error() == ErrorModel.NORMAL
                ? "Residuals entered by least squares, " + weights
                        + " (for all models those of the four-parameter logistic fit)."
                : "Errors had Student's t distribution with four degrees of freedom and a scale estimated with the curve by"
                        + " maximum likelihood (Lange, Little and Taylor 1989), " + weights + ".";
    }

    private static String choice(ModelRequest request) {
        return switch (request) {
            case ModelRequest.Single _ -> "";
            case ModelRequest.Best _ -> "The model of lowest AICc was reported (Burnham and Anderson 2002). " + WIDENED;
            case ModelRequest.Average _ ->
                "Effect doses were averaged on the logarithm of the dose by Akaike weights, with Buckland's unconditional"
                        + " standard error (Buckland, Burnham and Augustin 1997); other numbers are those of the model of"
                        + " lowest AICc. " + WIDENED;
            case ModelRequest.TcplFit2 _ ->
                "The model was chosen as tcplfit2 does: lowest AIC, never zero response, the parabola only where it"
                        + " improves the likelihood of the line at 5 % (Sheffield et al. 2022).";
        };
    }

    private static String doses(DoseResponseProtocol protocol) {
        Inference inference = protocol.curve().inference();
        boolean isProfile =
                protocol.models().error() == ErrorModel.NORMAL && inference.interval() != IntervalMethod.WALD;
        return "ic50 and the doses of other effects are those at which the curve has gone that share of its way from no"
                + " effect to full effect, with " + Text.percent(inference.level())
                + (isProfile
                        ? " profile-likelihood intervals (Bates and Watts 1988)"
                        : " Wald intervals on the logarithm of the dose")
                + "; outside the tested doses they are censored at the furthest tested dose excluded at "
                + Text.percent(inference.censoringLevel())
                + " one-sided confidence, or withheld. Doses named absolute count the effect from control.";
    }
}
