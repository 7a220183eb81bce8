package org.kindlin.assays.response;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Prose;
import org.kindlin.numerics.proportions.ProportionInterval;

/** The methods paragraph. */
final class ResponseMethods {
    private ResponseMethods() {}

    static String of(ResponseResult result) {
        ResponseProtocol protocol = result.protocol();
        boolean lesions = result.study().patients().stream()
                .anyMatch(patient -> patient.visits().stream().anyMatch(visit -> !Double.isNaN(visit.sum())));
        String recist = lesions
                ? "Response was derived from lesions by RECIST 1.1: progression is a sum of diameters 20 % and 5 mm above its"
                        + " least so far, unequivocal progression of other lesions, or a new lesion; "
                        + (protocol.isConfirmed()
                                ? "CR and PR count when confirmed at least " + Prose.number(protocol.confirmationDays())
                                        + " days later (between a PR and its confirmation SD or NE may lie); "
                                : "responses were not confirmed; ")
                        + "stable disease counts from day " + Prose.number(protocol.stableDays())
                        + ". Progression-free survival ends with progression or death, and is censored at the last evaluable"
                        + " assessment, at a new therapy"
                        + (protocol.assessmentDays().isPresent()
                                ? ", or where more than two planned assessments ("
                                        + Prose.number(protocol.assessmentDays().getAsDouble())
                                        + " days apart) were missed before the event"
                                : "")
                        + ". "
                : "";
        return recist + "The response rate counts CR and PR among all patients, those not evaluable included, with a "
                + Prose.number(100 * protocol.level()) + " % interval by "
                + surnames(protocol.interval())
                + ". Rates are compared by Miettinen and Nurminen's score interval, Newcombe's beside it, and Fisher's exact"
                + " test. Medians are Kaplan-Meier's with log-log limits.";
    }

    /** "Clopper-Pearson". */
    private static String surnames(ProportionInterval interval) {
        return Arrays.stream(interval.name().split("_", -1))
                .map(name -> name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }
}
