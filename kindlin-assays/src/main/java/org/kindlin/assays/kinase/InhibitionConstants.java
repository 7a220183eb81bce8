package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.binding.CompetitiveInhibition;

/**
 * The inhibition constants that follow from a potency: Ki_app at the assay's ATP and Ki without ATP.
 *
 * <p>Ki_app is Morrison's where that fit determined it, else IC50 - E/2 where the enzyme is stated (Easson and Stedman
 * 1936), else the IC50 itself. Ki = Ki_app / (1 + ATP/Km) (Cheng and Prusoff 1973) supposes an ATP-competitive,
 * reversible inhibitor; its interval carries that of Ki_app, with ATP, Km and enzyme taken as exact.
 *
 * @param estimates {@code ki-app}, {@code ki} and, where Km is an assumed range, {@code ki-km-low} and {@code ki-km-high}
 */
record InhibitionConstants(List<Estimate> estimates, List<Warning> warnings) {

    static InhibitionConstants of(Estimate ic50, Optional<TightBinding> tight, TargetConditions conditions) {
        List<Estimate> estimates = new ArrayList<>();
        Estimate kiApp = apparent(ic50, tight, conditions);
        if (conditions.enzymeNanomolar().isPresent()) {
            estimates.add(kiApp);
        }
        conditions.competition().ifPresent(competition -> {
            MichaelisConstant km = conditions.kmAtp().orElseThrow();
            estimates.add(ki("ki", kiApp, competition, km.origin().word()));
            km.range().ifPresent(range -> {
                atEnd("ki-km-low", kiApp, conditions, range.lowMicromolar()).ifPresent(estimates::add);
                atEnd("ki-km-high", kiApp, conditions, range.highMicromolar()).ifPresent(estimates::add);
            });
        });
        return new InhibitionConstants(estimates, rangeWarning(estimates, conditions));
    }

    private static Estimate apparent(Estimate ic50, Optional<TightBinding> tight, TargetConditions conditions) {
        if (tight.isPresent() && tight.get().kiApp().value() != null) {
            return tight.get().kiApp();
        }
        if (conditions.enzymeNanomolar().isEmpty()) {
            return ic50.scaled("ki-app", 1, ic50.unit(), ic50.method() + "; the IC50 itself, enzyme not stated");
        }
        return withoutHalfTheEnzyme(ic50, conditions.enzymeNanomolar().getAsDouble() / 2);
    }

    /** IC50 - E/2, with every limit that does not exceed E/2 open. */
    private static Estimate withoutHalfTheEnzyme(Estimate ic50, double half) {
        Double low = above(ic50.low(), half);
        Double high = above(ic50.high(), half);
        Double value = above(ic50.value(), half);
        String method = ic50.method() + " of IC50, less half the enzyme";
        boolean belowFloor = ic50.value() != null && value == null;
        if (belowFloor && high != null) {
            return new Estimate("ki-app", high, "nM", Relation.BELOW, null, high, ic50.level(), null, method);
        }
        return belowFloor || (value == null && low == null && high == null)
                ? Estimate.notEstimable("ki-app", "nM", ic50.level(), method)
                : new Estimate("ki-app", value, "nM", ic50.relation(), low, high, ic50.level(), ic50.se(), method);
    }

    private static @Nullable Double above(@Nullable Double nanomolar, double half) {
        return nanomolar == null || nanomolar <= half ? null : Double.valueOf(nanomolar - half);
    }

    private static Estimate ki(String name, Estimate kiApp, CompetitiveInhibition atp, String origin) {
        return kiApp.scaled(
                name,
                1 / atp.shift(),
                "nM",
                kiApp.method() + "; divided by 1 + ATP/Km = " + Prose.number(atp.shift()) + " with ATP "
                        + Prose.number(atp.substrate()) + " uM and Km " + Prose.number(atp.michaelisConstant())
                        + " uM ("
                        + origin + ")");
    }

    private static Optional<Estimate> atEnd(String name, Estimate kiApp, TargetConditions conditions, double km) {
        return conditions.competitionAt(km).map(competition -> ki(name, kiApp, competition, "end of assumed range"));
    }

    private static List<Warning> rangeWarning(List<Estimate> estimates, TargetConditions conditions) {
        Optional<Estimate> low = named(estimates, "ki-km-low").filter(ki -> ki.value() != null);
        Optional<Estimate> high = named(estimates, "ki-km-high").filter(ki -> ki.value() != null);
        if (low.isEmpty() || high.isEmpty()) {
            return List.of();
        }
        MichaelisConstant km = conditions.kmAtp().orElseThrow();
        MichaelisConstant.Range range = km.range().orElseThrow();
        return List.of(new Warning(
                "ki-assumed-km",
                "Ki runs from " + point(low.get()) + " to " + point(high.get())
                        + " nM over the assumed range of Km(ATP), " + Prose.number(range.lowMicromolar()) + " to "
                        + Prose.number(range.highMicromolar()) + " uM; it is conditional, not measured."));
    }

    private static String point(Estimate estimate) {
        Double value = estimate.value();
        return value == null
                ? ""
                : (estimate.relation() == Relation.EQUAL
                                ? ""
                                : estimate.relation().symbol() + " ")
                        + Prose.number(value);
    }

    private static Optional<Estimate> named(List<Estimate> estimates, String name) {
        return estimates.stream()
                .filter(estimate -> estimate.name().equals(name))
                .findFirst();
    }
}
