package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.curve.ErrorModel;

/** Analyses one curve under a model of any family, or chooses among several; a pure function. */
final class FamilyAnalysis {
    private final CurveData data;
    private final CurveProtocol protocol;
    private final ModelProtocol models;

    private FamilyAnalysis(CurveData data, CurveProtocol protocol, ModelProtocol models) {
        this.data = data;
        this.protocol = protocol;
        this.models = models;
    }

    static FamilyResult analyze(CurveData data, CurveProtocol protocol, ModelProtocol models) {
        return new FamilyAnalysis(data, protocol, models).analyze();
    }

    private FamilyResult analyze() {
        FamilyFit fits = FamilyFit.of(data, protocol, models.error());
        return switch (models.request()) {
            case ModelRequest.Single(DoseModel model) -> single(fits.fit(model));
            case ModelRequest.Best best -> chosen(ModelTable.byAicc(data, fits, best.candidates()), false);
            case ModelRequest.Average average -> chosen(ModelTable.byAicc(data, fits, average.candidates()), true);
            case ModelRequest.TcplFit2 _ -> chosen(ModelTable.tcplFit2(data, fits), false);
        };
    }

    private FamilyResult single(FamilyFit.Outcome outcome) {
        return switch (outcome) {
            case FamilyFit.Outcome.Fitted(FamilyCurve curve) ->
                fitted(curve, Optional.empty(), ModelChoice.none(), false);
            case FamilyFit.Outcome.Failed failed -> failed(failed.reason().text(), Optional.empty());
        };
    }

    private FamilyResult chosen(ModelTable table, boolean averaged) {
        return table.winner()
                .flatMap(ModelTable.Row::curve)
                .map(curve -> fitted(curve, Optional.of(table), choice(table, curve), averaged))
                .orElseGet(() -> failed("no model could be compared", Optional.of(table)));
    }

    /** tcplfit2 gives the interval of its winner alone, and so does what imitates it. */
    private ModelChoice choice(ModelTable table, FamilyCurve winner) {
        return models.request() instanceof ModelRequest.TcplFit2 ? ModelChoice.none() : ModelChoice.of(table, winner);
    }

    private FamilyResult fitted(FamilyCurve curve, Optional<ModelTable> table, ModelChoice choice, boolean averaged) {
        EffectDoses.Found doses = EffectDoses.of(curve, models.effectLevels(), choice);
        List<Estimate> estimates = new ArrayList<>(doses.estimates());
        List<Warning> warnings = new ArrayList<>(doses.warnings());
        if (averaged) {
            AveragedDoses.Found found = AveragedDoses.of(table.orElseThrow(), curve, models.effectLevels());
            estimates.addAll(0, found.estimates());
            warnings.addAll(found.warnings());
        }
        estimates.addAll(FamilyEstimates.of(curve));
        warnings.addAll(FamilyWarnings.warnings(curve));
        table.ifPresent(rows -> warnings.add(new Warning("model-chosen", rows.reason())));
        SubjectResult result = new SubjectResult(
                data.subject(), estimates, FamilyWarnings.tests(curve), FamilyWarnings.quality(curve), warnings);
        return new FamilyResult(data, protocol, Optional.of(curve), doses.midpoint(), result, table);
    }

    private FamilyResult failed(String reason, Optional<ModelTable> table) {
        MidpointVerdict verdict = new MidpointVerdict.Undetermined(
                Limits.OPEN, new Warning("not-fitted", "no curve was fitted: " + reason));
        SubjectResult result = new SubjectResult(
                data.subject(),
                List.of(Estimate.notEstimable(
                        "ic50", protocol.units().dose(), protocol.inference().level(), "none: no curve was fitted")),
                List.of(),
                List.of(),
                List.of(new Warning("not-fitted", "no curve was fitted: " + reason)));
        return new FamilyResult(data, protocol, Optional.empty(), verdict, result, table);
    }

    /** The result of a logistic with the doses of other effects beside its mid-point. */
    static SubjectResult withEffectDoses(CurveResult curve, CurveModel model, List<Double> levels) {
        if (levels.isEmpty() || curve.fitted().isEmpty()) {
            return curve.result();
        }
        DoseModel same = DoseModel.valueOf(model.name());
        FamilyFit.Outcome outcome =
                FamilyFit.of(curve.data(), curve.protocol(), ErrorModel.NORMAL).fit(same);
        if (!(outcome instanceof FamilyFit.Outcome.Fitted(FamilyCurve fitted))) {
            return curve.result();
        }
        EffectDoses.Found doses = EffectDoses.levels(fitted, levels);
        SubjectResult result = curve.result();
        List<Estimate> estimates = new ArrayList<>(result.estimates());
        estimates.addAll(doses.estimates());
        List<Warning> warnings = new ArrayList<>(result.warnings());
        doses.warnings().stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
        return new SubjectResult(result.subject(), estimates, result.tests(), result.quality(), warnings);
    }
}
