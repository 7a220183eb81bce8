package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;

/** What the conditions of an in-cell ELISA call for, where they are stated otherwise or not at all. */
final class ConditionWarnings {
    private static final double LONG_DAYS = 3;

    private final ElisaProtocol protocol;
    private final List<Warning> warnings = new ArrayList<>();

    private ConditionWarnings(ElisaProtocol protocol) {
        this.protocol = protocol;
    }

    static List<Warning> of(ElisaProtocol protocol) {
        ConditionWarnings conditions = new ConditionWarnings(protocol);
        conditions.normalization();
        conditions.peroxidase();
        conditions.renewal();
        return conditions.warnings;
    }

    private void normalization() {
        ElisaProtocol.Culture culture = protocol.culture();
        if (!protocol.isNormalized()) {
            warn(
                    "not-normalized",
                    "Signals are per well: fewer cells read as less " + protocol.antigen()
                            + ", and loss of cells cannot be told from an effect.");
            return;
        }
        if (protocol.reads().normalization() == ElisaNormalization.DAPI) {
            acid(culture);
        }
        confounded(culture);
    }

    /** DAPI fades in acid, and TMB's yellow product absorbs where DAPI is excited. */
    private void acid(ElisaProtocol.Culture culture) {
        boolean before = culture.stainRead()
                .filter(time -> time == StainRead.BEFORE_SUBSTRATE)
                .isPresent();
        boolean acid = culture.stop().map(ConditionWarnings::isAcid).orElse(true);
        if (!before && acid) {
            warn(
                    "dapi-after-acid",
                    (culture.stainRead().isPresent()
                                    ? "DAPI was read after the acid stop"
                                    : "When DAPI was read is not stated")
                            + ": after acid its fluorescence is not reliable, and the yellow product absorbs its light, so"
                            + " strong wells read as few cells. Read it before the substrate.");
        }
    }

    private static boolean isAcid(String stop) {
        String text = stop.toLowerCase(Locale.ROOT);
        return text.contains("h2so4")
                || text.contains("h₂so₄")
                || text.contains("sulfuric")
                || text.contains("sulphuric")
                || text.contains("hcl")
                || text.contains("acid");
    }

    /** Every nucleus counts, whoever it belongs to. */
    private void confounded(ElisaProtocol.Culture culture) {
        boolean others = culture.others().isPresent() && culture.others().getAsDouble() > 0;
        if (!others && culture.cells().isEmpty()) {
            return;
        }
        String share = others && culture.fibroblastShare().isPresent()
                ? ": of the cells seeded, "
                        + Prose.number(100 * culture.fibroblastShare().getAsDouble()) + " % were fibroblasts"
                : "";
        warn(
                "normalization-counts-all-cells",
                "The stain counts cancer cells and monocytes as well as fibroblasts" + share
                        + ". A compound that spares fibroblasts and kills the others raises the normalised signal; compare"
                        + " it with the signal per well.");
    }

    private void peroxidase() {
        boolean none = protocol.culture()
                .quench()
                .map(text ->
                        List.of("none", "no", "not done").contains(text.strip().toLowerCase(Locale.ROOT)))
                .orElse(false);
        if (protocol.culture().quench().isEmpty() || none) {
            warn(
                    "no-peroxidase-quench",
                    (none
                                    ? "Endogenous peroxidase was not quenched"
                                    : "Quenching of endogenous peroxidase is not stated")
                            + ": monocytes bring their own, and its signal passes for " + protocol.antigen()
                            + ". Blank wells of the same cells without primary antibody hold it.");
        }
    }

    private void renewal() {
        ElisaProtocol.Culture culture = protocol.culture();
        boolean renewed = culture.renewal()
                .map(text -> !text.strip().toLowerCase(Locale.ROOT).startsWith("no"))
                .orElse(false);
        if (culture.treatmentDays().isPresent() && culture.treatmentDays().getAsDouble() > LONG_DAYS && !renewed) {
            warn(
                    "compound-given-once",
                    "The compound was given once for "
                            + Prose.number(culture.treatmentDays().getAsDouble())
                            + " days: the nominal dose is that of the start, and the IC50 refers to it.");
        }
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }
}
