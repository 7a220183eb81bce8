package org.kindlin.assays.response;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.proportions.ProportionInterval;

/**
 * The parameters of a response analysis.
 *
 * @param interval method of intervals of a rate
 * @param isConfirmed whether a response counts only when a later assessment confirms it
 * @param confirmationDays that must lie between
 * @param stableDays after which stable disease counts as such
 * @param assessmentDays between planned assessments; two missed before an event censor it, where stated
 */
public record ResponseProtocol(
        Columns columns,
        Optional<String> reference,
        ProportionInterval interval,
        boolean isConfirmed,
        double confirmationDays,
        double stableDays,
        OptionalDouble assessmentDays,
        String unit,
        double level) {

    /** Names of columns that were stated; the usual names are looked for where not. */
    public record Columns(
            Optional<String> id,
            Optional<String> arm,
            Optional<String> response,
            Optional<String> responders,
            Optional<String> n,
            Optional<String> change,
            Optional<String> durationTime,
            Optional<String> durationEvent,
            Optional<String> pfsTime,
            Optional<String> pfsEvent,
            Optional<String> exclude) {}
}
