package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/**
 * What a dye-dilution analysis found.
 *
 * @param samples one for each culture
 * @param series one for each dose series
 */
public record ProliferationResult(
        List<SampleResult> samples,
        List<DoseSeries> series,
        Controls controls,
        ProliferationProtocol protocol,
        List<Warning> findings)
        implements AnalysisResult {
    public ProliferationResult {
        samples = List.copyOf(samples);
        series = List.copyOf(series);
        findings = List.copyOf(findings);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        for (DoseSeries one : series) {
            subjects.add(division(one));
            one.viability().ifPresent(curve -> subjects.add(curve.result()));
        }
        for (SampleResult sample : samples) {
            subjects.add(sample.indices().with(findings));
            subjects.addAll(sample.generations());
        }
        return subjects;
    }

    /** The curve of the division index, with how far up the cells stay alive. */
    private SubjectResult division(DoseSeries one) {
        SubjectResult curve = one.division().result();
        List<Estimate> estimates = new ArrayList<>(curve.estimates());
        List<Warning> warnings = new ArrayList<>(curve.warnings());
        OptionalDouble tolerated = one.tolerated();
        if (tolerated.isPresent()) {
            estimates.add(Estimate.descriptive(
                    "highestToleratedDose",
                    tolerated.getAsDouble(),
                    protocol.unit().symbol(),
                    "viability within " + protocol.viabilityLoss() + " percentage points of vehicle up to here"));
            ProliferationVerdicts.toleratedShare(one)
                    .ifPresent(share -> estimates.add(Estimate.descriptive(
                            "divisionIndexAtToleratedDose", 100 * share, "%", "of vehicle, means of cultures")));
            if (tolerated.getAsDouble() < one.tested()) {
                warnings.add(new Warning(
                        "toxic-doses",
                        "Above " + DoseSeries.dose(tolerated.getAsDouble(), protocol)
                                + " viability falls by more than the stated loss: fewer divisions there may be death, not"
                                + " arrest."));
            }
        } else {
            warnings.add(new Warning(
                    "viability-unknown",
                    "Viability was not measured in every culture, or there is no vehicle: toxicity cannot be told from"
                            + " anti-proliferation."));
        }
        return new SubjectResult(curve.subject(), estimates, curve.tests(), curve.quality(), warnings);
    }

    @Override
    public List<String> verdicts() {
        return ProliferationVerdicts.of(this);
    }

    @Override
    public List<Exclusion> exclusions() {
        return List.of();
    }

    @Override
    public String methods() {
        return ProliferationMethods.of(this);
    }

    /** One value a culture: its division index. */
    @Override
    public List<DataPoint> data() {
        return samples.stream().map(this::point).toList();
    }

    private DataPoint point(SampleResult result) {
        Map<String, String> subject = new LinkedHashMap<>(result.indices().subject());
        OptionalDouble index = result.fit()
                .map(fit -> DivisionIndex.DIVISION_INDEX.of(fit.cells()))
                .orElse(OptionalDouble.empty());
        return new DataPoint(
                result.sample().file(),
                "",
                result.sample().name(),
                subject,
                "sample",
                Amount.of(result.sample().dose(), protocol.unit().symbol()),
                Amount.of(result.sample().intensities().length, "events"),
                Amount.of(index, ""),
                "");
    }
}
