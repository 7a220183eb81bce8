package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidSpec;

/** The methods paragraph of a curve analysis. */
public final class Methods {
    private Methods() {}

    /** What was done to each curve, with every parameter and its source. */
    public static String of(CurveProtocol protocol) {
        List<String> sentences = new ArrayList<>();
        sentences.add(model(protocol));
        sentences.add("Residuals entered by " + protocol.loss().title() + ", "
                + protocol.weighting().title() + ".");
        sentences.add(
                "The optimum is global within its box: all basins of a grid over mid-point (two decades beyond the tested"
                        + " doses), slope (" + SigmoidSpec.HILL_BOX.low() + " to " + SigmoidSpec.HILL_BOX.high()
                        + ") and asymmetry are descended, the plateaus being solved for exactly at each point (variable"
                        + " projection, Golub and Pereyra 1973).");
        sentences.add(intervals(protocol.inference()));
        sentences.add(verdict(protocol.inference()));
        sentences.add(absolute(protocol));
        sentences.add("The curve was compared with a horizontal line, and with the replicate means (lack of fit), by"
                + " extra-sum-of-squares F tests (Bates and Watts 1988; Draper and Smith 1998). auc is the mean of the"
                + " fitted curve over the logarithm of the dose between the lowest and the highest tested dose. Doses"
                + " beyond the bends of the curve were counted after Sebaugh (2011).");
        return String.join(" ", sentences);
    }

    /** The same, with what a global fit adds. */
    static String of(DoseResponseProtocol protocol) {
        String text = of(protocol.curve());
        if (protocol.shared().isEmpty()) {
            return text;
        }
        return text + " " + names(protocol.shared())
                + " had one value for all curves: a global least-squares fit, compared with separate fits by extra sum of"
                + " squares F and AICc (Burnham and Anderson 2002).";
    }

    private static String model(CurveProtocol protocol) {
        String constraints = protocol.constraints().entrySet().stream()
                .map(Methods::constraint)
                .collect(Collectors.joining(", "));
        String direction = protocol.direction()
                .map(only -> " The response was taken to be " + only.name().toLowerCase(Locale.ROOT) + " with dose.")
                .orElse("");
        return "Responses were fitted with a " + protocol.model().title()
                + " curve, y = bottom + (top - bottom) (1 + (2^(1/g) - 1) (x/ic50)^h)^-g (mirrored where the response rises;"
                + " g = 1 but for 5PL), in which ic50 is the dose half-way between the plateaus"
                + (constraints.isEmpty() ? "" : " (" + constraints + ")") + "; zero dose lies on its plateau."
                + direction;
    }

    private static String constraint(Map.Entry<Parameter, Constraint> stated) {
        String name = ParameterNames.of(stated.getKey());
        return switch (stated.getValue()) {
            case Constraint.Free _ -> name + " free";
            case Constraint.Fixed fixed -> name + " fixed at " + fixed.value();
            case Constraint.Bounded bounded -> name + " within " + bounded.low() + " to " + bounded.high();
        };
    }

    private static String intervals(Inference inference) {
        String level = Text.percent(inference.level());
        return switch (inference.interval()) {
                    case PROFILE, PROFILE_ALL ->
                        (inference.interval() == IntervalMethod.PROFILE
                                        ? "The interval of ic50 is the "
                                        : "Intervals are the ")
                                + level
                                + " profile-likelihood interval: all values whose best curve has a residual sum of squares within"
                                + " RSS (1 + F(1, df)/df) (Bates and Watts 1988); a side on which the profile never rises so far"
                                + " is open."
                                + (inference.interval() == IntervalMethod.PROFILE
                                        ? " Slope and plateaus have Wald intervals, given only where that of ic50 is closed."
                                        : "");
                    case WALD ->
                        "Intervals are " + level
                                + " Wald intervals: estimate plus and minus Student's t times the standard error,"
                                + " the mid-point on the scale of its logarithm.";
                    case BOOTSTRAP ->
                        "Intervals are " + level + " percentile intervals of a parametric bootstrap with "
                                + inference.bootstrapSamples() + " samples (Efron and Tibshirani 1993).";
                }
                + " Standard errors are by the delta method from (J'WJ)^-1 RSS/df.";
    }

    private static String verdict(Inference inference) {
        return "ic50 is printed where the curve beats a horizontal line (p < "
                + Text.number(1 - inference.level())
                + "), its mid-point lies among the tested doses and its interval is closed on at least one side. A"
                + " mid-point beyond them is censored at the furthest tested dose that the profile excludes at "
                + Text.percent(inference.censoringLevel())
                + " one-sided confidence, with the " + Text.percent(inference.level())
                + " one-sided limit; otherwise it is withheld. The least-squares optimum then stands as ic50-optimum. A"
                + " response that does not depend on dose is censored only where it is known which response means no"
                + " effect, and it is clear of half of control.";
    }

    private static String absolute(CurveProtocol protocol) {
        String control = protocol.control().isPresent()
                ? Text.response(protocol.control().getAsDouble(), protocol.units())
                : "the mean response at zero dose";
        return "ic50-absolute is the dose at which the curve passes half of control (" + control
                + "); its interval holds the doses at which the pointwise confidence band contains that response.";
    }

    private static String names(Set<Parameter> shared) {
        return shared.stream().sorted().map(ParameterNames::of).collect(Collectors.joining(", "));
    }
}
