package org.kindlin.study.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.quantity.CompoundForm;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/** Sets the estimates of an analysis beside the claims about the same quantity of the same compound and system. */
public final class Comparisons {
    private static final double PERCENT = 100;

    private final AnalysisDocument document;
    private final Ledger ledger;

    private Comparisons(AnalysisDocument document, Ledger ledger) {
        this.document = document;
        this.ledger = ledger;
    }

    /** Every estimate that a claim can be set beside, in the order of the document, then of the ledger. */
    public static List<Comparison> of(AnalysisDocument document, Ledger ledger) {
        return new Comparisons(document, ledger).all();
    }

    private List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (SubjectResult result : document.results()) {
            for (Estimate estimate : result.estimates()) {
                if (isPartOfAnother(result, estimate.name())) {
                    continue;
                }
                ledger.claims().stream()
                        .filter(claim -> concerns(claim, result, estimate))
                        .map(claim -> compare(result, estimate, claim))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Whether a result with fewer keys has the same estimate: that of all plates stands for that of each. */
    private boolean isPartOfAnother(SubjectResult result, String name) {
        return document.results().stream()
                .anyMatch(whole -> whole.subject().size() < result.subject().size()
                        && result.subject()
                                .entrySet()
                                .containsAll(whole.subject().entrySet())
                        && whole.estimate(name).isPresent());
    }

    private boolean concerns(Claim claim, SubjectResult result, Estimate estimate) {
        return claim.assay().filter(document.analysis()::equals).isPresent()
                && claim.quantity().equals(estimate.name())
                && sameCompound(claim, result)
                && sameSystem(claim, result);
    }

    private boolean sameCompound(Claim claim, SubjectResult result) {
        String compound = result.subject().getOrDefault("compound", "");
        return claim.compound().equalsIgnoreCase(ledger.compoundName(compound));
    }

    private static boolean sameSystem(Claim claim, SubjectResult result) {
        return claim.of().isEmpty()
                || result.subject().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("compound"))
                        .anyMatch(entry -> entry.getValue().equalsIgnoreCase(claim.of()));
    }

    private Comparison compare(SubjectResult result, Estimate estimate, Claim claim) {
        Judgement judgement = judge(result, estimate, claim);
        return new Comparison(
                result.subject(),
                estimate,
                claim,
                judgement.agreement(),
                new Conditions(document, result, claim).sentences(judgement));
    }

    private Judgement judge(SubjectResult result, Estimate estimate, Claim claim) {
        Double value = estimate.value();
        if (value == null) {
            return cannotTell("the estimate is not estimable from these data");
        }
        Optional<String> doubt = claim.doubt();
        if (doubt.isPresent()) {
            return cannotTell(doubt.get());
        }
        String form = result.subject().getOrDefault("form", "");
        if (!form.isEmpty() && !claim.form().equals("not stated") && !form.equalsIgnoreCase(claim.form())) {
            return cannotTell("another form was weighed: " + form + " here, " + claim.form() + " in the claim");
        }
        Optional<Double> factor = factor(estimate, claim);
        if (factor.isEmpty()) {
            return cannotTell("'" + estimate.unit() + "' and '" + claim.unit()
                    + "' cannot be compared without the form that was weighed");
        }
        double scale = factor.get();
        Judgement numbers =
                Judgement.of(claim.quantity(), Span.of(estimate, value).times(scale), value * scale, claim.value());
        return new Conditions(document, result, claim).temper(numbers, estimate);
    }

    /** What turns the estimate's unit into the claim's; empty where nothing does. */
    private Optional<Double> factor(Estimate estimate, Claim claim) {
        if (estimate.unit().equals(claim.unit())
                || (estimate.unit().isEmpty() && claim.unit().equals("1"))) {
            return Optional.of(1.0);
        }
        if (estimate.unit().isEmpty() && claim.unit().equals("%")) {
            return Optional.of(PERCENT); // rates are estimated as fractions
        }
        Optional<Unit> from = Unit.parse(estimate.unit());
        Optional<Unit> to = Unit.parse(claim.unit());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().dimension() == to.get().dimension()) {
            return Optional.of(from.get().factor() / to.get().factor());
        }
        boolean moleToMass = from.get().dimension() == Dimension.AMOUNT_CONCENTRATION
                && to.get().dimension() == Dimension.MASS_CONCENTRATION;
        return moleToMass ? molarMass(claim).map(form -> 1 / molesPer(to.get(), form, from.get())) : Optional.empty();
    }

    private static double molesPer(Unit mass, CompoundForm form, Unit molar) {
        return form.toMolar(new Quantity(1, mass)).in(molar);
    }

    private Optional<CompoundForm> molarMass(Claim claim) {
        return ledger.compounds().stream()
                .filter(compound -> compound.name().equals(claim.compound()))
                .findFirst()
                .flatMap(compound -> Optional.ofNullable(compound.forms().get(claim.form())))
                .map(mass -> new CompoundForm(claim.compound(), claim.form(), mass));
    }

    private static Judgement cannotTell(String why) {
        return new Judgement(Agreement.CANNOT_TELL, why);
    }
}
