package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Warning;

/** What of a polarisation experiment is missing, so that a curve or a comparison is of fewer files, donors or markers. */
final class PolarisationGaps {
    private PolarisationGaps() {}

    static List<Warning> of(List<PolarisedSample> scored, PolarisationProtocol how) {
        List<PolarisedSample> dosed =
                scored.stream().filter(sample -> sample.dose().isPresent()).toList();
        List<Warning> warnings = new ArrayList<>();
        tell(
                warnings,
                "not-scored",
                dosed.stream()
                        .filter(sample -> sample.score().isEmpty())
                        .map(PolarisedSample::file)
                        .toList(),
                "no score, for no cell of the scored population or no marker of one side: ");
        tell(
                warnings,
                "donor-without-vehicle",
                withoutVehicle(dosed),
                "donors without vehicle, left out of the curves, which are of changes from it: ");
        for (String marker : how.scored()) {
            tell(
                    warnings,
                    "median-not-positive",
                    dosed.stream()
                            .filter(sample -> sample.median(marker)
                                    .filter(median -> !(median.median() > 0))
                                    .isPresent())
                            .map(PolarisedSample::file)
                            .toList(),
                    "no curve and no ratio of " + marker + ", whose median is not above zero in ");
            tell(
                    warnings,
                    "marker-missing",
                    missing(marker, dosed),
                    "scores of different definition: there is no " + marker + " in ");
        }
        return warnings;
    }

    /**
     * Donors whose cells count as positive by the controls of others.
     *
     * @param controls donors of the control files; empty texts are not stated
     */
    static List<Warning> ofControls(List<String> controls, List<PolarisedSample> scored) {
        List<String> stated =
                controls.stream().filter(donor -> !donor.isEmpty()).toList();
        List<Warning> warnings = new ArrayList<>();
        if (!stated.isEmpty()) {
            tell(
                    warnings,
                    "control-of-another-donor",
                    scored.stream()
                            .map(PolarisedSample::donor)
                            .distinct()
                            .filter(donor -> !stated.contains(donor))
                            .toList(),
                    "donors without a control of their own, whose positive cells are by those of others: ");
        }
        return warnings;
    }

    private static void tell(List<Warning> warnings, String code, List<String> names, String message) {
        if (!names.isEmpty()) {
            warnings.add(new Warning(code, message + String.join(", ", names)));
        }
    }

    /** Donors that have scores, but none at dose 0, where others have some. */
    private static List<String> withoutVehicle(List<PolarisedSample> dosed) {
        Set<String> all = donors(dosed, false);
        Set<String> vehicle = donors(dosed, true);
        return vehicle.isEmpty()
                ? List.of()
                : all.stream().filter(donor -> !vehicle.contains(donor)).toList();
    }

    private static Set<String> donors(List<PolarisedSample> dosed, boolean atVehicle) {
        return dosed.stream()
                .filter(sample -> sample.score().isPresent()
                        && (!atVehicle || sample.dose().getAsDouble() == 0))
                .map(PolarisedSample::donor)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> missing(String marker, List<PolarisedSample> dosed) {
        List<String> without = dosed.stream()
                .filter(sample ->
                        sample.score().isPresent() && sample.median(marker).isEmpty())
                .map(PolarisedSample::file)
                .toList();
        long scored =
                dosed.stream().filter(sample -> sample.score().isPresent()).count();
        return without.size() < scored ? without : List.of();
    }
}
