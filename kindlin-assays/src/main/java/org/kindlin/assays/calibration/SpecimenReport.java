package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** Specimens as result rows. */
public final class SpecimenReport {
    private SpecimenReport() {}

    /** Every specimen, and every well where the protocol asks for it. */
    public static List<SubjectResult> of(List<SpecimenConcentration> specimens) {
        List<SubjectResult> rows = new ArrayList<>();
        for (SpecimenConcentration specimen : specimens) {
            rows.add(of(specimen));
            if (specimen.plate().protocol().perWell()) {
                specimen.levels().forEach(level -> level.wells().forEach(well -> rows.add(well(specimen, well))));
            }
        }
        return rows;
    }

    private static SubjectResult of(SpecimenConcentration specimen) {
        DilutionChecks checks = new DilutionChecks(specimen);
        List<Estimate> estimates = new ArrayList<>();
        Estimate concentration = specimen.concentration();
        estimates.add(concentration);
        estimates.add(specimen.backCalculated());
        estimates.add(Estimate.descriptive(
                "n",
                specimen.levels().stream()
                        .mapToInt(level -> level.wells().size())
                        .sum(),
                "",
                "wells"));
        estimates.addAll(checks.estimates);
        List<Warning> warnings = new ArrayList<>(checks.warnings);
        if (concentration.value() == null || concentration.relation() != Relation.EQUAL) {
            warnings.add(reason(specimen, concentration));
        }
        return new SubjectResult(subject(specimen, ""), estimates, checks.tests, checks.quality, warnings);
    }

    private static Warning reason(SpecimenConcentration specimen, Estimate concentration) {
        String name = specimen.specimen().name();
        if (concentration.value() != null) {
            boolean below = concentration.relation() == Relation.BELOW;
            return new Warning(
                    below ? "below-lloq" : "above-uloq",
                    name + " reads " + (below ? "below the lower" : "above the upper")
                            + " limit of quantification ("
                            + concentration.relation().symbol() + " "
                            + (Prose.number(concentration.value()) + " " + concentration.unit()).strip() + ")"
                            + (below ? "." : ": dilute it."));
        }
        boolean curve = specimen.plate().fit().isPresent();
        String why = !curve
                ? "the plate has no standard curve"
                : specimen.plate().range().isEmpty()
                        ? "the plate has no quantification range"
                        : "its dilutions lie on both sides of the quantification range";
        return new Warning("concentration-not-determined", name + " has no concentration: " + why + ".");
    }

    private static SubjectResult well(SpecimenConcentration specimen, SpecimenWell well) {
        SpecimenConcentration alone = SpecimenConcentration.of(well.specimen(), List.of(well), specimen.plate());
        return new SubjectResult(
                subject(specimen, well.place()),
                List.of(alone.concentration(), alone.backCalculated()),
                List.of(),
                List.of(),
                List.of());
    }

    private static Map<String, String> subject(SpecimenConcentration specimen, String well) {
        Map<String, String> subject =
                new LinkedHashMap<>(specimen.plate().plate().subject());
        subject.putAll(specimen.specimen().subject());
        if (!well.isEmpty()) {
            subject.put("well", well);
        }
        return subject;
    }
}
