package org.kindlin.assays.response;

import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.numerics.proportions.ProportionInterval;

/** Every protocol key of the response assay. */
final class ResponseKeys {
    static final Key<String> ID = Key.text(
            "id", null, "Column that names the patient; 'id', 'patient', 'subject' or 'usubjid' where not stated");
    static final Key<String> ARM =
            Key.text("arm", null, "Column with the arm or cohort; 'arm' or 'cohort' where not stated");
    static final Key<String> REFERENCE =
            Key.text("reference", null, "Arm the others are compared with; the last to come where not stated");
    static final Key<String> RESPONSE = Key.text(
            "response",
            null,
            "Column with the best response (CR, PR, SD, PD, NE) or with 0/1, yes/no; 'response' or 'bor' where not stated");
    static final Key<String> RESPONDERS =
            Key.text("responders", null, "Column with the number of responders; 'responders' or 'x' where not stated");
    static final Key<String> N = Key.text("n", null, "Column with the number of patients; 'n' where not stated");
    static final Key<String> CHANGE = Key.text(
            "change",
            null,
            "Column with the best change of the sum of diameters, percent; 'best change' where not stated");
    static final Key<String> DURATION =
            Key.text("durationTime", null, "Column with the duration of response; 'dor' where not stated");
    static final Key<String> DURATION_EVENT = Key.text(
            "durationEvent",
            null,
            "Column that says whether the response ended (1) or is censored (0); 'dor event' where not stated");
    static final Key<String> PFS =
            Key.text("pfsTime", null, "Column with progression-free survival; 'pfs' where not stated");
    static final Key<String> PFS_EVENT = Key.text(
            "pfsEvent",
            null,
            "Column that says whether progression or death came (1) or it is censored (0); 'pfs event' where not stated");
    static final Key<String> EXCLUDE =
            Key.text("excludeColumn", null, "Column that holds a reason where a row is to be left out");
    static final Key<ProportionInterval> INTERVAL = Key.choice(
            "interval",
            ProportionInterval.class,
            ProportionInterval.CLOPPER_PEARSON,
            "Method of the interval of a rate");
    static final Key<Boolean> CONFIRMATION = Key.flag(
            "confirmation", true, "Whether CR and PR count only when a later assessment confirms them (lesion data)");
    static final Key<Double> CONFIRMATION_DAYS = Key.number(
            "confirmationDays", 1, 365, "28", "Days that lie between a response and its confirmation at least");
    static final Key<Double> STABLE_DAYS =
            Key.number("stableDays", 0, 365, "42", "Days from start after which stable disease counts as such");
    static final Key<Double> ASSESSMENT_DAYS = Key.number(
                    "assessmentDays",
                    null,
                    "Days between planned assessments; two missed before an event then censor it")
            .onlyIf("number > 0", days -> days > 0);
    static final Key<String> UNIT = Key.text("unit", null, "Unit of durations; days from lesion data");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");

    static final List<Key<?>> ALL = List.of(
            ID,
            ARM,
            REFERENCE,
            RESPONSE,
            RESPONDERS,
            N,
            CHANGE,
            DURATION,
            DURATION_EVENT,
            PFS,
            PFS_EVENT,
            EXCLUDE,
            INTERVAL,
            CONFIRMATION,
            CONFIRMATION_DAYS,
            STABLE_DAYS,
            ASSESSMENT_DAYS,
            UNIT,
            LEVEL);

    private ResponseKeys() {}

    static ResponseProtocol protocol(Resolved settings) {
        return new ResponseProtocol(
                new ResponseProtocol.Columns(
                        settings.find(ID),
                        settings.find(ARM),
                        settings.find(RESPONSE),
                        settings.find(RESPONDERS),
                        settings.find(N),
                        settings.find(CHANGE),
                        settings.find(DURATION),
                        settings.find(DURATION_EVENT),
                        settings.find(PFS),
                        settings.find(PFS_EVENT),
                        settings.find(EXCLUDE)),
                settings.find(REFERENCE),
                settings.get(INTERVAL),
                settings.get(CONFIRMATION),
                settings.get(CONFIRMATION_DAYS),
                settings.get(STABLE_DAYS),
                settings.find(ASSESSMENT_DAYS).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                settings.find(UNIT).orElse(""),
                settings.get(LEVEL));
    }
}
