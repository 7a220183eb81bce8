package org.kindlin.assays.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was found about one subject: a compound on a target, an arm, a gate, a lane.
 *
 * @param subject what it is about, in order: {@code compound=defactinib, target=FAK}
 */
public record SubjectResult(
        Map<String, String> subject,
        List<Estimate> estimates,
        List<HypothesisTest> tests,
        List<QualityCheck> quality,
        List<Warning> warnings) {

    public SubjectResult {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
        estimates = List.copyOf(estimates);
        tests = List.copyOf(tests);
        quality = List.copyOf(quality);
        warnings = List.copyOf(warnings);
    }

    /** The same with warnings after its own. */
    public SubjectResult with(List<Warning> more) {
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new SubjectResult(subject, estimates, tests, quality, all);
    }

    public Optional<Estimate> estimate(String name) {
        return estimates.stream()
                .filter(estimate -> estimate.name().equals(name))
                .findFirst();
    }

    public Optional<Warning> warning(String code) {
        return warnings.stream().filter(warning -> warning.code().equals(code)).findFirst();
    }
}
