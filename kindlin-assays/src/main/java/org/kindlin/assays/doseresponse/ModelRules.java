package org.kindlin.assays.doseresponse;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.curve.ErrorModel;

/** Which keys go with which models; what contradicts itself becomes a fault. */
final class ModelRules {
    private static final List<Constrained> CONSTRAINED = List.of(
            new Constrained(DoseResponseKeys.TOP, List.of("top")),
            new Constrained(DoseResponseKeys.BOTTOM, List.of("bottom")),
            new Constrained(DoseResponseKeys.HILL, List.of("hillSlope", "slope")));

    private final Resolved settings;
    private final ModelProtocol models;
    private final Faults faults;

    /** A key that holds a parameter, and the names which models give that parameter. */
    private record Constrained(Key<?> key, List<String> parameters) {}

    private ModelRules(Resolved settings, ModelProtocol models, Faults faults) {
        this.settings = settings;
        this.models = models;
        this.faults = faults;
    }

    static void check(Resolved settings, ModelProtocol models, Faults faults) {
        ModelRules rules = new ModelRules(settings, models, faults);
        rules.asymmetry();
        rules.candidates();
        rules.constraints();
        if (models.sigmoid().isEmpty()) {
            rules.onlyLogistic();
        }
        if (settings.isStated(DoseResponseKeys.REFERENCE)) {
            rules.potency();
        }
    }

    private void asymmetry() {
        boolean has = models.request().candidates().contains(DoseModel._5PL);
        if (settings.isStated(DoseResponseKeys.ASYMMETRY) && !has) {
            fault(DoseResponseKeys.ASYMMETRY, "only the 5pl model has an asymmetry", "state model=5pl");
        }
    }

    private void candidates() {
        boolean chooses =
                models.request() instanceof ModelRequest.Best || models.request() instanceof ModelRequest.Average;
        if (settings.isStated(DoseResponseKeys.MODELS) && !chooses) {
            fault(DoseResponseKeys.MODELS, "one model leaves nothing to choose", "state model=auto or model=average");
        }
    }

    private void constraints() {
        if (!(models.request() instanceof ModelRequest.Single(DoseModel model))) {
            return;
        }
        List<String> names = model.families(Optional.empty()).getFirst().parameters().stream()
                .map(parameter -> parameter.name())
                .toList();
        boolean hasPlateaus = names.contains("top");
        for (Constrained constrained : CONSTRAINED) {
            Key<?> key = constrained.key;
            boolean known = hasPlateaus && constrained.parameters.stream().anyMatch(names::contains);
            if (settings.isStated(key) && !known) {
                fault(key, model.spelling() + " has no " + key.name(), "leave " + key.name() + " out");
            }
        }
    }

    private void onlyLogistic() {
        String which = "for one logistic model with normal errors only";
        if (settings.isStated(DoseResponseKeys.SHARED)) {
            fault(DoseResponseKeys.SHARED, "parameters are shared " + which, "state model=4pl, or leave shared out");
        }
        if (settings.get(DoseResponseKeys.LOSS) != RobustLoss.LEAST_SQUARES) {
            fault(
                    DoseResponseKeys.LOSS,
                    "robust losses are " + which,
                    "state error=t4, which is robust too, or leave loss out");
        }
        if (settings.get(DoseResponseKeys.INTERVAL) == IntervalMethod.BOOTSTRAP) {
            fault(DoseResponseKeys.INTERVAL, "the bootstrap is " + which, "state interval=profile or interval=wald");
        }
    }

    private void potency() {
        if (!settings.isStated(DoseResponseKeys.BY)) {
            fault(DoseResponseKeys.REFERENCE, "there is no curve to compare with the reference", "state by=COLUMN");
        }
        boolean isOne = models.request() instanceof ModelRequest.Single(DoseModel model) && model != DoseModel.CNST;
        if (!isOne || models.error() != ErrorModel.NORMAL) {
            fault(
                    DoseResponseKeys.REFERENCE,
                    "relative potency needs one model and normal errors",
                    "state one model, such as model=4pl");
        }
    }

    private void fault(Key<?> key, String problem, String remedy) {
        DoseResponseKeys.fault(settings, faults, key, problem, remedy);
    }
}
