package org.kindlin.assays.biomarker;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.statistics.AdjustedP;

/**
 * What a biomarker analysis found.
 *
 * @param changes by marker, visit and arm
 * @param effects of arms against their reference
 */
public record BiomarkerResult(
        BiomarkerData study, BiomarkerProtocol protocol, List<MarkerChange> changes, List<SubjectResult> effects)
        implements AnalysisResult {
    private static final String ADJUSTED = "wilcoxon";

    public BiomarkerResult {
        changes = List.copyOf(changes);
        effects = List.copyOf(effects);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>(adjusted());
        subjects.addAll(effects);
        return subjects;
    }

    /** Where several markers are tested, with p adjusted for their number. */
    private List<SubjectResult> adjusted() {
        List<SubjectResult> results = changes.stream().map(MarkerChange::result).toList();
        List<HypothesisTest> tests = results.stream()
                .flatMap(result -> result.tests().stream())
                .filter(test -> test.name().equals(ADJUSTED))
                .toList();
        if (tests.size() < 2) {
            return results;
        }
        double[] p = AdjustedP.benjaminiHochberg(
                tests.stream().mapToDouble(HypothesisTest::p).toArray());
        List<SubjectResult> all = new ArrayList<>();
        int at = 0;
        for (SubjectResult result : results) {
            List<HypothesisTest> own = new ArrayList<>(result.tests());
            for (HypothesisTest test : result.tests()) {
                if (test.name().equals(ADJUSTED)) {
                    own.add(new HypothesisTest(
                            ADJUSTED + "-benjamini-hochberg", test.statistic(), null, null, p[at++]));
                }
            }
            all.add(new SubjectResult(result.subject(), result.estimates(), own, result.quality(), result.warnings()));
        }
        return all;
    }

    @Override
    public List<String> verdicts() {
        return BiomarkerVerdicts.of(this);
    }

    @Override
    public List<Exclusion> exclusions() {
        return study.exclusions();
    }

    @Override
    public List<DataPoint> data() {
        return study.points();
    }

    @Override
    public String methods() {
        return BiomarkerMethods.of(protocol);
    }
}
