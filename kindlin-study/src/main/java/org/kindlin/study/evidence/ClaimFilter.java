package org.kindlin.study.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which claims are wanted; what is empty does not narrow.
 *
 * @param compound any of its names
 * @param of target, line, arm or system, or a part of it
 * @param quantity the field's term
 * @param assay analysis it can be set beside
 * @param text found anywhere in the claim
 */
public record ClaimFilter(
        Optional<String> compound,
        Optional<String> of,
        Optional<String> quantity,
        Optional<EvidenceTag> tag,
        Optional<String> assay,
        Optional<String> text) {

    /** The test of a ledger's claims. */
    public Predicate<Claim> in(Ledger ledger) {
        Optional<String> name = compound.map(ledger::compoundName);
        return claim -> name.map(claim.compound()::equalsIgnoreCase).orElse(true)
                && of.map(part -> contains(claim.of(), part)).orElse(true)
                && quantity.map(claim.quantity()::equalsIgnoreCase).orElse(true)
                && tag.map(claim.tag()::equals).orElse(true)
                && assay.map(wanted -> claim.assay().filter(wanted::equals).isPresent())
                        .orElse(true)
                && text.map(part -> contains(everything(claim), part)).orElse(true);
    }

    private static String everything(Claim claim) {
        return String.join(
                " ",
                claim.id(),
                claim.compound(),
                claim.of(),
                claim.quantity(),
                claim.valueWithUnit(),
                claim.setting(),
                claim.source().citation(),
                claim.reference());
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
