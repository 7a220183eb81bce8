package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Value;

/** Which model, or which way of having several. */
public sealed interface ModelRequest {

    /** One model. */
    record Single(DoseModel model) implements ModelRequest {}

    /** Several models, the one of lowest AICc reported. */
    record Best(List<DoseModel> candidates) implements ModelRequest {
        public Best {
            candidates = List.copyOf(candidates);
        }
    }

    /** Several models, effect doses averaged by Akaike weights. */
    record Average(List<DoseModel> candidates) implements ModelRequest {
        public Average {
            candidates = List.copyOf(candidates);
        }
    }

    /** EPA's ten models under tcplfit2's rule of choice. */
    record TcplFit2() implements ModelRequest {}

    /** The models tried where none are named. */
    List<DoseModel> USUAL = List.of(
            DoseModel._4PL,
            DoseModel._5PL,
            DoseModel.WEIBULL1,
            DoseModel.WEIBULL2,
            DoseModel.GOMPERTZ,
            DoseModel.BRAIN_COUSENS_5,
            DoseModel.BIPHASIC,
            DoseModel.LINEAR);

    /** All models that are fitted. */
    default List<DoseModel> candidates() {
        return switch (this) {
            case Single single -> List.of(single.model());
            case Best best -> best.candidates();
            case Average average -> average.candidates();
            case TcplFit2 _ -> DoseModel.TCPLFIT2;
        };
    }

    /** The logistic asked for, where one alone is. */
    default Optional<CurveModel> sigmoid() {
        return this instanceof Single(DoseModel model) ? model.sigmoid() : Optional.empty();
    }

    /** How it is written; the candidates have a key of their own. */
    default String spelling() {
        return switch (this) {
            case Single single -> single.model().spelling();
            case Best _ -> "auto";
            case Average _ -> "average";
            case TcplFit2 _ -> "tcplfit2";
        };
    }

    /** The key that names the model. */
    static Key<ModelRequest> key() {
        String choices =
                Arrays.stream(DoseModel.values()).map(DoseModel::spelling).collect(Collectors.joining("|"));
        return new Key<>(
                "model",
                choices + "|auto|average|tcplfit2",
                "",
                "4pl",
                "curve to fit; auto takes the one of lowest AICc, average weighs effect doses by AICc, tcplfit2 chooses"
                        + " among EPA's ten as that program does",
                ModelRequest::parse,
                request -> new Value.Text(request.spelling()));
    }

    /** The key that names the candidates of auto and average. */
    static Key<List<DoseModel>> candidatesKey() {
        return new Key<>(
                "models",
                "model names separated by commas",
                "",
                USUAL.stream().map(DoseModel::spelling).collect(Collectors.joining(",")),
                "candidates of model=auto and model=average",
                ModelRequest::parseCandidates,
                models ->
                        new Value.Text(models.stream().map(DoseModel::spelling).collect(Collectors.joining(", "))));
    }

    /** The same request among these candidates. */
    default ModelRequest among(List<DoseModel> models) {
        return switch (this) {
            case Best _ -> new Best(models);
            case Average _ -> new Average(models);
            case Single _, TcplFit2 _ -> this;
        };
    }

    private static Optional<ModelRequest> parse(String text) {
        return switch (text.strip()) {
            case "auto" -> Optional.of(new Best(USUAL));
            case "average" -> Optional.of(new Average(USUAL));
            case "tcplfit2" -> Optional.of(new TcplFit2());
            default -> DoseModel.find(text).map(Single::new);
        };
    }

    private static Optional<List<DoseModel>> parseCandidates(String text) {
        List<DoseModel> models = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Optional<DoseModel> model = DoseModel.find(name);
            if (model.isEmpty() || models.contains(model.get())) {
                return Optional.empty();
            }
            models.add(model.get());
        }
        return Optional.of(models);
    }
}
