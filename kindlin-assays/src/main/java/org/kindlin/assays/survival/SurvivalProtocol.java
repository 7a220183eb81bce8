package org.kindlin.assays.survival;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.ArriveItem;
import org.kindlin.assays.text.DateText;
import org.kindlin.numerics.hazard.Ties;
import org.kindlin.numerics.survival.BandTransform;
import org.kindlin.numerics.survival.QuantileRule;

/**
 * The parameters of a survival analysis.
 *
 * @param unit of times; empty where not stated
 * @param reference arm the others are compared with, where stated
 * @param interval scale of the curves' limits
 * @param quantiles which time is the median where a curve runs level at it
 * @param horizon of the restricted mean, where stated
 * @param milestones times at which survival is reported
 * @param proportions with the event whose times are reported
 * @param cause of interest among competing ones, where stated
 * @param permutations rounds of the permutation test; zero for none
 * @param medians column of medians, where nothing else is known of the arms
 * @param digitised where times are reconstructed from curves
 * @param trend order or scores of arms, where stated
 * @param subjects whether they are animals, where stated
 * @param arrive items of ARRIVE 2.0 that were stated, with their texts
 * @param level of intervals
 */
public record SurvivalProtocol(
        Columns columns,
        String unit,
        Optional<String> reference,
        BandTransform interval,
        QuantileRule quantiles,
        Ties ties,
        FirthUse firth,
        OptionalDouble horizon,
        List<Double> milestones,
        List<Double> proportions,
        Optional<String> cause,
        List<String> eventCode,
        Optional<DateText.Order> dateOrder,
        double rho,
        double gamma,
        Optional<String> medians,
        Optional<Digitised> digitised,
        Optional<String> trend,
        Optional<Subjects> subjects,
        Map<ArriveItem, String> arrive,
        int permutations,
        double level) {

    public SurvivalProtocol {
        milestones = List.copyOf(milestones);
        proportions = List.copyOf(proportions);
        eventCode = List.copyOf(eventCode);
        arrive = Collections.unmodifiableMap(new LinkedHashMap<>(arrive));
    }

    /**
     * Curves read off a figure.
     *
     * @param survival column with it
     * @param atRisk column with the printed numbers at risk; found by its name where not stated
     * @param events column with the printed number of all events of an arm; found by its name where not stated
     * @param readingError standard deviation of survival as read, assumed
     */
    public record Digitised(String survival, Optional<String> atRisk, Optional<String> events, double readingError) {}

    /** Who was observed. */
    public enum Subjects {
        ANIMALS,
        PATIENTS
    }

    /** When the penalised model is fitted. */
    public enum FirthUse {
        /** Where the likelihood of the ordinary one is monotone. */
        MONOTONE,
        /** Always, beside the ordinary one. */
        ALWAYS,
        NEVER
    }

    /**
     * Names of columns.
     *
     * @param time of the event or of the end of observation: a number, or a date with {@code origin}
     * @param origin date from which time counts
     * @param start time from which the row is under observation
     * @param arm empty for one arm
     * @param factors the two agents of a combination: columns that say whether each was given
     * @param parameter code of the rows of an ADaM table
     */
    public record Columns(
            String time,
            String event,
            Optional<String> origin,
            Optional<String> start,
            Optional<String> arm,
            List<String> id,
            List<String> strata,
            List<String> covariates,
            Optional<String> cluster,
            List<String> factors,
            Optional<String> exclude,
            Optional<String> parameter) {
        public Columns {
            id = List.copyOf(id);
            strata = List.copyOf(strata);
            covariates = List.copyOf(covariates);
            factors = List.copyOf(factors);
        }

        Columns withArm(Optional<String> found) {
            return new Columns(
                    time, event, origin, start, found, id, strata, covariates, cluster, factors, exclude, parameter);
        }
    }

    /** The same with the column of arms that was found. */
    SurvivalProtocol withArm(Optional<String> found) {
        return new SurvivalProtocol(
                columns.withArm(found),
                unit,
                reference,
                interval,
                quantiles,
                ties,
                firth,
                horizon,
                milestones,
                proportions,
                cause,
                eventCode,
                dateOrder,
                rho,
                gamma,
                medians,
                digitised,
                trend,
                subjects,
                arrive,
                permutations,
                level);
    }
}
