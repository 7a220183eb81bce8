package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.uncertainty.Measured;

/** Cultures as result rows, where volumes turn concentrations into amounts. */
final class CultureReport {
    private CultureReport() {}

    static List<SubjectResult> of(List<Culture> cultures, CollagenProtocol protocol) {
        return cultures.stream()
                .filter(culture -> !culture.amounts().isEmpty())
                .map(culture -> row(culture, protocol))
                .toList();
    }

    private static SubjectResult row(Culture culture, CollagenProtocol protocol) {
        double level = protocol.curve().level();
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        if (culture.amounts().size() > 1) {
            culture.amounts()
                    .forEach((fraction, amount) ->
                            estimates.add(amount.estimate(fraction, "ug", level, "concentration times volume")));
        }
        culture.total(level)
                .ifPresentOrElse(
                        total -> total(total, culture, level, estimates, warnings),
                        () -> warnings.add(new Warning(
                                "volume-not-stated",
                                "The total of " + culture.name()
                                        + " needs the volumes of all its fractions: state solubleVolume and"
                                        + " insolubleVolume.")));
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("culture", culture.name());
        if (culture.treatment().isStated()) {
            subject.put("compound", culture.treatment().compound());
            if (!culture.treatment().dose().isEmpty()) {
                subject.put("dose", culture.treatment().dose());
            }
        }
        return new SubjectResult(subject, estimates, List.of(), List.of(), warnings);
    }

    private static void total(
            Amount total, Culture culture, double level, List<Estimate> estimates, List<Warning> warnings) {
        Estimate estimate = total.estimate("collagen", "ug", level, "sum of fractions, error of the curve shared");
        estimates.add(estimate);
        if (estimate.value() == null) {
            warnings.add(new Warning(
                    "total-not-determined",
                    "A fraction of " + culture.name() + " has no concentration, so neither has its total."));
        }
        for (PerUnit per : List.of(PerUnit.CELL, PerUnit.PROTEIN)) {
            OptionalDouble divisor = culture.divisor(per);
            if (divisor.isPresent() && total instanceof Amount.Known(Measured measured)) {
                estimates.add(measured.times(per.factor() / divisor.getAsDouble())
                        .estimate(per.estimate(), per.unit(), level, "denominator taken as exact"));
            }
        }
    }
}
