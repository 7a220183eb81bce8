package org.kindlin.assays.survival;

import java.util.List;
import java.util.Map;

/**
 * One row of a survival table.
 *
 * @param line of the file
 * @param id of the subject; empty where the table names none
 * @param arm empty where there is one
 * @param start from which it is under observation; zero where not stated
 * @param time of the event or of the last observation
 * @param cause {@link EventCoding#CENSORED} where observation ended without one
 * @param stratum values of the strata columns
 * @param covariates text of each covariate, by column name
 * @param cluster empty where there is none
 * @param factors whether agent one and agent two were given; empty where there is no combination
 */
public record Observed(
        String file,
        int line,
        String id,
        String arm,
        double start,
        double time,
        String cause,
        List<String> stratum,
        Map<String, String> covariates,
        String cluster,
        List<Boolean> factors) {

    boolean hasEvent() {
        return !cause.equals(EventCoding.CENSORED);
    }
}
