package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Parameter;

/** The protocol keys of a dose-response analysis. */
final class DoseResponseKeys {
    private static final String CONSTRAINT_TYPE = "free | number | low..high";

    static final Key<String> X = Key.text("x", "dose", "column with the dose");
    static final Key<String> Y = Key.text("y", "response", "column with the response");
    static final Key<List<String>> BY = names("by", "columns that split the file into curves, separated by commas");
    static final Key<String> EXCLUDE =
            Key.text("excludeColumn", null, "column that holds a reason where a row is to be left out");
    static final Key<String> TABLE =
            Key.text("table", null, "title or number of the table of a GraphPad Prism file (.pzfx) with several");
    static final Key<DoseScale> SCALE = Key.choice(
            "xScale", DoseScale.class, DoseScale.LINEAR, "whether the dose column holds doses or their log10");
    static final Key<ModelRequest> MODEL = ModelRequest.key();
    static final Key<List<DoseModel>> MODELS = ModelRequest.candidatesKey();
    static final Key<List<Double>> EFFECT_LEVELS = EffectLevels.key("effectLevels");
    static final Key<ErrorDistribution> ERROR = Key.choice(
            "error",
            ErrorDistribution.class,
            null,
            "how responses scatter about the curve: normal, or Student's t with 4 degrees of freedom as in tcplfit2;"
                    + " normal unless model=tcplfit2");
    static final Key<String> UNIT = Key.text("unit", null, "unit of the doses, such as nM");
    static final Key<String> RESPONSE_UNIT = Key.text("responseUnit", null, "unit of the responses, such as %");
    static final Key<Optional<Constraint>> TOP = constraint("top", "upper plateau");
    static final Key<Optional<Constraint>> BOTTOM = constraint("bottom", "lower plateau");
    static final Key<Optional<Constraint>> HILL = constraint("hillSlope", "steepness, positive");
    static final Key<Optional<Constraint>> ASYMMETRY = constraint("asymmetry", "exponent of the 5PL curve, positive");
    static final Key<EffectDirection> DIRECTION = Key.choice(
            "direction", EffectDirection.class, EffectDirection.ANY, "which way the response may go as the dose grows");
    static final Key<Set<Parameter>> SHARED = shared();
    static final Key<String> RANDOM = Key.text(
            "random",
            null,
            "column whose levels (plates, days) are a random sample over which curves repeat: the summary allows for"
                    + " their variance");
    static final Key<String> REFERENCE = Key.text(
            "reference",
            null,
            "value, in a column named by 'by', of the reference preparation: every other curve gets a relativePotency");
    static final Key<ParallelismRule> PARALLELISM = Key.choice(
            "parallelism",
            ParallelismRule.class,
            ParallelismRule.EQUIVALENCE,
            "what counts as parallel: equivalence shown within the margins, or no significant difference");
    static final Key<Double> SLOPE_MARGIN = Key.number(
            "slopeMargin", 1.01, 10, "1.25", "largest ratio of slopes that counts as equivalent, either way");
    static final Key<Double> PLATEAU_MARGIN = Key.number(
            "plateauMargin",
            0.01,
            1,
            "0.2",
            "largest distance of plateaus that counts as equivalent, as a fraction of the reference's span");
    static final Key<Weighting> WEIGHTS =
            Key.choice("weights", Weighting.class, Weighting.CONSTANT, "how much each observation counts");
    static final Key<RobustLoss> LOSS =
            Key.choice("loss", RobustLoss.class, RobustLoss.LEAST_SQUARES, "how a residual counts");
    static final Key<IntervalMethod> INTERVAL =
            Key.choice("interval", IntervalMethod.class, IntervalMethod.PROFILE, "method of confidence intervals");
    static final Key<Double> LEVEL =
            Key.number("level", 0.5, 0.9999, "0.95", "confidence level of intervals and one-sided limits");
    static final Key<Double> CENSORING_LEVEL =
            Key.number("censoringLevel", 0.5, 0.9999, "0.99", "one-sided confidence needed for a censored ic50");
    static final Key<Double> BOOTSTRAP_SAMPLES =
            Key.number("bootstrapSamples", 100, 100_000, "2000", "number of bootstrap samples");
    static final Key<Double> CONTROL = Key.number(
            "control", null, "response that means 100 %, for ic50-absolute; otherwise the mean at zero dose");

    static final List<Key<?>> ALL = List.of(
            X,
            Y,
            BY,
            EXCLUDE,
            TABLE,
            SCALE,
            UNIT,
            RESPONSE_UNIT,
            MODEL,
            MODELS,
            EFFECT_LEVELS,
            ERROR,
            TOP,
            BOTTOM,
            HILL,
            ASYMMETRY,
            DIRECTION,
            SHARED,
            RANDOM,
            REFERENCE,
            PARALLELISM,
            SLOPE_MARGIN,
            PLATEAU_MARGIN,
            WEIGHTS,
            LOSS,
            INTERVAL,
            LEVEL,
            CENSORING_LEVEL,
            BOOTSTRAP_SAMPLES,
            CONTROL);

    private DoseResponseKeys() {}

    /** The protocol the settings state; what contradicts itself becomes a fault. */
    static DoseResponseProtocol protocol(Resolved settings, Faults faults) {
        ModelProtocol models = models(settings);
        ModelRules.check(settings, models, faults);
        rejectSharedWithoutCurves(settings, faults);
        ColumnNames columns = new ColumnNames(
                settings.get(X),
                settings.get(Y),
                splitting(settings),
                settings.find(EXCLUDE),
                new PrismChoice(settings.find(TABLE), settings.isStated(SCALE)));
        return new DoseResponseProtocol(
                columns,
                settings.get(SCALE),
                curve(settings),
                settings.find(SHARED).orElse(Set.of()),
                models,
                new Repetition(settings.find(RANDOM), potency(settings)));
    }

    /** The random factor splits the file too. */
    private static List<String> splitting(Resolved settings) {
        List<String> by = new ArrayList<>(settings.find(BY).orElse(List.of()));
        settings.find(RANDOM).filter(column -> !by.contains(column)).ifPresent(by::add);
        return by;
    }

    private static Optional<PotencyProtocol> potency(Resolved settings) {
        return settings.find(REFERENCE)
                .map(reference -> new PotencyProtocol(
                        reference,
                        settings.get(PARALLELISM),
                        settings.get(SLOPE_MARGIN),
                        settings.get(PLATEAU_MARGIN)));
    }

    private static ModelProtocol models(Resolved settings) {
        ModelRequest request = settings.get(MODEL).among(settings.get(MODELS));
        ErrorDistribution error = settings.find(ERROR)
                .orElse(request instanceof ModelRequest.TcplFit2 ? ErrorDistribution.T4 : ErrorDistribution.NORMAL);
        return new ModelProtocol(request, settings.find(EFFECT_LEVELS).orElse(List.of()), error.model());
    }

    private static CurveProtocol curve(Resolved settings) {
        Optional<Double> control = settings.find(CONTROL);
        return new CurveProtocol(
                settings.get(MODEL).sigmoid().orElse(CurveModel._4PL),
                constraints(settings),
                settings.get(DIRECTION).only(),
                settings.get(WEIGHTS),
                settings.get(LOSS),
                control.isPresent() ? OptionalDouble.of(control.get()) : OptionalDouble.empty(),
                new Inference(
                        settings.get(INTERVAL),
                        settings.get(LEVEL),
                        settings.get(CENSORING_LEVEL),
                        settings.get(BOOTSTRAP_SAMPLES).intValue()),
                new Units(
                        settings.find(UNIT).orElse(""),
                        settings.find(RESPONSE_UNIT).orElse("")));
    }

    private static Map<Parameter, Constraint> constraints(Resolved settings) {
        Map<Parameter, Constraint> stated = new EnumMap<>(Parameter.class);
        settings.get(TOP).ifPresent(constraint -> stated.put(Parameter.TOP, constraint));
        settings.get(BOTTOM).ifPresent(constraint -> stated.put(Parameter.BOTTOM, constraint));
        settings.get(HILL).ifPresent(constraint -> stated.put(Parameter.HILL_SLOPE, constraint));
        settings.get(ASYMMETRY).ifPresent(constraint -> stated.put(Parameter.ASYMMETRY, constraint));
        return stated;
    }

    private static void rejectSharedWithoutCurves(Resolved settings, Faults faults) {
        if (settings.isStated(SHARED) && !settings.isStated(BY)) {
            fault(settings, faults, SHARED, "there is nothing to share between one curve", "state by=COLUMN");
        }
        if (settings.isStated(SHARED) && settings.get(LOSS) != RobustLoss.LEAST_SQUARES) {
            fault(settings, faults, SHARED, "a global fit is by least squares", "leave loss out");
        }
    }

    static void fault(Resolved settings, Faults faults, Key<?> key, String problem, String remedy) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }

    private static Key<List<String>> names(String name, String meaning) {
        return new Key<>(
                name,
                "names separated by commas",
                "",
                null,
                meaning,
                text -> Optional.of(NameList.of(text)).filter(names -> !names.isEmpty()),
                names -> new Value.Text(String.join(", ", names)));
    }

    private static Key<Optional<Constraint>> constraint(String name, String meaning) {
        boolean positive = name.equals("hillSlope") || name.equals("asymmetry");
        return new Key<>(
                name,
                CONSTRAINT_TYPE,
                "",
                "free",
                meaning + ": estimated, fixed, or estimated within limits (the model's own choice where free)",
                text -> ConstraintText.parse(text, positive),
                ConstraintText::value);
    }

    private static Key<Set<Parameter>> shared() {
        return new Key<>(
                "shared",
                "names of top, bottom, hillSlope, asymmetry, ic50, separated by commas",
                "",
                null,
                "parameters all curves have in common: one global fit, compared with separate ones",
                DoseResponseKeys::parseShared,
                shared -> new Value.Text(String.join(
                        ", ", shared.stream().sorted().map(ParameterNames::of).toList())));
    }

    private static Optional<Set<Parameter>> parseShared(String text) {
        Set<Parameter> shared = EnumSet.noneOf(Parameter.class);
        for (String name : NameList.of(text)) {
            Optional<Parameter> parameter = ParameterNames.find(name);
            if (parameter.isEmpty()) {
                return Optional.empty();
            }
            shared.add(parameter.get());
        }
        return shared.isEmpty() ? Optional.empty() : Optional.of(shared);
    }
}
