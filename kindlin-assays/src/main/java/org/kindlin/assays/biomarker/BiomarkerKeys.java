package org.kindlin.assays.biomarker;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.paired.SignedRank;

/** Every protocol key of the biomarker assay. */
final class BiomarkerKeys {
    static final Key<String> BEFORE = Key.text(
            "before", null, "Column with the value before; 'before', 'pre', 'baseline' or 'a' where not stated");
    static final Key<String> AFTER = Key.text(
            "after", null, "Column with the value after; 'after', 'post', 'on treatment' or 'b' where not stated");
    static final Key<String> VALUE = Key.text(
            "value", null, "Column with the value, where every visit has a row of its own; 'value' where not stated");
    static final Key<String> VISIT =
            Key.text("visit", null, "Column with the visit, where every visit has a row of its own");
    static final Key<String> BASELINE =
            Key.text("baseline", null, "The visit that is before; every other visit is compared with it");
    static final Key<String> ID = Key.text(
            "id",
            null,
            "Columns that together name the subject; 'id', 'subject', 'patient' or 'animal' where not stated");
    static final Key<String> MARKER = Key.text("marker", null, "Column with the marker; one marker where not stated");
    static final Key<String> ARM = Key.text("arm", null, "Column with the arm");
    static final Key<String> REFERENCE =
            Key.text("reference", null, "Arm the others are compared with; the first in order where not stated");
    static final Key<String> EXCLUDE =
            Key.text("excludeColumn", null, "Column that holds a reason where a row is to be left out");
    static final Key<String> UNIT = Key.text("unit", null, "Unit of the values");
    static final Key<SignedRank.Zeros> ZEROS = Key.choice(
            "zeros",
            SignedRank.Zeros.class,
            SignedRank.Zeros.WILCOXON,
            "Differences of zero: left out before ranking (wilcoxon), or ranked and then left out (pratt)");
    static final Key<Double> LLOQ = Key.number(
                    "lloq",
                    null,
                    "Lower limit of quantification; smaller values, and those written <5, are known only to lie below")
            .onlyIf("number > 0", limit -> limit > 0);
    static final Key<Boolean> COMPOSITION = Key.flag(
            "composition",
            false,
            "Whether the markers of a sample are parts of a whole: changes are then relative to all parts");
    static final Key<Double> ZERO_REPLACEMENT = Key.number(
                    "zeroReplacement",
                    null,
                    "What stands for an empty part of a composition, in the unit of the values")
            .onlyIf("number > 0", value -> value > 0);
    static final Key<Double> RESPONDER = Key.number(
            "responderFall",
            0,
            100,
            "50",
            "Fall in percent from which on a subject counts as a responder of the marker");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");

    static final List<Key<?>> ALL = List.of(
            BEFORE,
            AFTER,
            VALUE,
            VISIT,
            BASELINE,
            ID,
            MARKER,
            ARM,
            REFERENCE,
            EXCLUDE,
            UNIT,
            ZEROS,
            LLOQ,
            COMPOSITION,
            ZERO_REPLACEMENT,
            RESPONDER,
            LEVEL);

    private BiomarkerKeys() {}

    static BiomarkerProtocol protocol(Resolved settings, Faults faults) {
        if (settings.isStated(VISIT) != settings.isStated(BASELINE)) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(VISIT.name()),
                    "visit and baseline belong together",
                    "state visit=COLUMN and baseline=VALUE, or neither");
        }
        if (settings.get(COMPOSITION) && !settings.isStated(MARKER)) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(COMPOSITION.name()),
                    "a composition needs its parts",
                    "state marker=COLUMN with the names of the parts");
        }
        return new BiomarkerProtocol(
                new BiomarkerProtocol.Columns(
                        settings.find(BEFORE),
                        settings.find(AFTER),
                        settings.find(VALUE),
                        settings.find(VISIT),
                        settings.find(BASELINE),
                        settings.find(ID).map(NameList::of).orElse(List.of()),
                        settings.find(MARKER),
                        settings.find(ARM),
                        settings.find(EXCLUDE)),
                settings.find(UNIT).orElse(""),
                settings.find(REFERENCE),
                settings.get(ZEROS),
                number(settings.find(LLOQ)),
                settings.get(COMPOSITION),
                number(settings.find(ZERO_REPLACEMENT)),
                settings.get(RESPONDER),
                settings.get(LEVEL));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
