package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** Treatments as result rows: one per treatment and fraction. */
final class GroupReport {
    private final CollagenProtocol protocol;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private GroupReport(CollagenProtocol protocol) {
        this.protocol = protocol;
    }

    static List<SubjectResult> of(TreatmentGroups groups, CollagenProtocol protocol) {
        Map<Map<String, String>, GroupReport> rows = new LinkedHashMap<>();
        for (TreatmentGroup group : groups.groups()) {
            GroupReport row = rows.computeIfAbsent(group.subject(), _ -> new GroupReport(protocol));
            row.mean(group);
            groups.ratios().stream()
                    .filter(ratio -> ratio.group().equals(group))
                    .forEach(row::ratio);
        }
        List<SubjectResult> results = new ArrayList<>();
        rows.forEach((subject, row) ->
                results.add(new SubjectResult(subject, row.estimates, List.of(), List.of(), row.warnings)));
        return results;
    }

    private void mean(TreatmentGroup group) {
        double level = protocol.curve().level();
        String method = group.cultures() == 1 ? "one culture" : "mean of cultures, Student t";
        estimates.add(group.mean()
                .map(mean -> mean.estimate(group.name(), group.unit(), level, method))
                .orElseGet(() -> Estimate.notEstimable(group.name(), group.unit(), level, method)));
        if (estimates.stream().noneMatch(estimate -> estimate.name().equals("cultures"))) {
            estimates.add(Estimate.descriptive("cultures", group.cultures(), "", "number"));
        }
        if (group.mean().isEmpty()) {
            warn(
                    "group-not-determined",
                    group.censored() + " of " + group.cultures() + " cultures of " + group.label()
                            + " have no number (outside the quantification range): their mean is not known.");
        }
        if (group.cultures() == 1) {
            warn(
                    "one-culture",
                    group.label() + " is one culture: its interval holds the noise of the assay, not that of biology.");
        }
        if (group.divisorExact()) {
            warn(
                    "denominator-exact",
                    "The cells or protein of " + group.label()
                            + " count as exact: state denominatorCvPercent, or measure more cultures.");
        }
    }

    private void warn(String code, String message) {
        if (warnings.stream().noneMatch(warning -> warning.code().equals(code))) {
            warnings.add(new Warning(code, message));
        }
    }

    private void ratio(VehicleRatio ratio) {
        String name = switch (ratio.group().name()) {
            case "collagenPerCell" -> VehicleRatio.NAME + "PerCell";
            case "collagenPerProtein" -> VehicleRatio.NAME + "PerProtein";
            default -> VehicleRatio.NAME;
        };
        double level = protocol.curve().level();
        estimates.add(ratio.estimate()
                .map(estimate -> estimate.scaled(name, 1, "1", estimate.method()))
                .orElseGet(() -> Estimate.notEstimable(name, "1", level, "ratio of means, Fieller")));
        if (ratio.estimate().isEmpty()) {
            warn(
                    "no-vehicle-ratio",
                    "The ratio to vehicle is not known: a mean is missing, or vehicle is not above zero.");
        } else if (ratio.estimate().get().low() == null) {
            warn(
                    "vehicle-near-zero",
                    "Vehicle cultures are not told apart from zero: the ratio has no bounded interval.");
        }
    }
}
