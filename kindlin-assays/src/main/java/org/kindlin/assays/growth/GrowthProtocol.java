package org.kindlin.assays.growth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.protocol.ArriveItem;
import org.kindlin.numerics.mixed.Criterion;
import org.kindlin.numerics.mixed.SmallSample;

/**
 * How a growth study is read and analysed.
 *
 * @param arrive items of ARRIVE 2.0 that were stated, with their texts
 * @param laws arms to which laws of growth are fitted
 * @param comparisons of growth rates that are judged together
 * @param doses of one drug that are stated; empty where the files may hold them
 * @param drug whose effect Simeoni's model describes, where it is named
 * @param writesSend whether the study is written as SEND domains beside the result
 * @param level confidence level of every interval
 */
public record GrowthProtocol(
        Columns columns,
        Reading reading,
        Arms arms,
        Model model,
        Endpoints endpoints,
        Map<ArriveItem, String> arrive,
        LawArms laws,
        Comparisons comparisons,
        Optional<StatedDoses> doses,
        Optional<String> drug,
        DrugKinetics kinetics,
        boolean writesSend,
        double level) {

    public GrowthProtocol {
        arrive = Collections.unmodifiableMap(new LinkedHashMap<>(arrive));
    }

    /** Names of columns; found by their usual names where not stated. */
    public record Columns(
            Optional<String> arm,
            Optional<String> animal,
            Optional<String> day,
            Optional<String> volume,
            Optional<String> length,
            Optional<String> width,
            Optional<String> height,
            Optional<String> weight,
            Optional<String> reason,
            Optional<String> departureDay,
            Optional<String> operator,
            Optional<String> tumourWeight,
            Optional<String> exclude) {}

    /**
     * What numbers and dates mean.
     *
     * @param firstDay study day of the earliest date
     * @param density of a tumour in g/cm3
     */
    public record Reading(
            Optional<GrowthKeys.LengthUnit> lengthUnit,
            Optional<GrowthKeys.VolumeUnit> volumeUnit,
            Optional<StudyDays.DateOrder> dateOrder,
            double firstDay,
            VolumeFormula formula,
            double density) {}

    /** The roles of arms, found by their names where not stated. */
    public record Arms(Optional<String> control, Optional<String> combination, List<String> agents) {
        public Arms {
            agents = List.copyOf(agents);
        }
    }

    /**
     * The mixed model of log volume.
     *
     * @param detectionLimit in mm3
     */
    public record Model(
            Baseline baseline,
            RandomEffects random,
            boolean serial,
            ResidualVariance variance,
            Criterion criterion,
            SmallSample smallSample,
            Undetectable undetectable,
            Optional<Double> detectionLimit,
            Optional<Double> lastDay) {}

    /**
     * What is derived from volumes.
     *
     * @param multiple of the first volume
     * @param sizeLimit in mm3
     * @param weightLoss in percent
     */
    public record Endpoints(
            Optional<Double> evaluationDay, double multiple, Optional<Double> sizeLimit, double weightLoss) {}

    /** Arms to which laws of growth are fitted. */
    public enum LawArms {
        NONE,
        /** The control, whose growth no treatment bends. */
        CONTROL,
        ALL
    }

    /** Differences of growth rates that are judged together. */
    public enum Comparisons {
        NONE,
        /** Dunnett. */
        AGAINST_CONTROL,
        /** Tukey and Kramer. */
        ALL_PAIRS
    }

    /** Where the arms' lines begin. */
    public enum Baseline {
        /** Each arm at its own estimate. */
        BY_ARM,
        /** All arms at one estimate, as randomisation makes them. */
        COMMON,
        /** Each animal at its own first volume: log(V/V0) without an intercept. */
        RELATIVE
    }

    /** What differs between the animals of an arm. */
    public enum RandomEffects {
        /** Start and growth rate, correlated. */
        INTERCEPT_AND_SLOPE,
        /** Start only. */
        INTERCEPT,
        /** Growth rate only. */
        SLOPE
    }

    /** How the scatter about an animal's line varies. */
    public enum ResidualVariance {
        /** Not at all. */
        CONSTANT,
        /** From arm to arm. */
        BY_ARM,
        /** As a power of the day; the first reading must not be on day 0. */
        POWER_OF_DAY
    }

    /** What a reading of zero is taken for. */
    public enum Undetectable {
        /** Left out where a measurable tumour came back, left-censored at the detection limit where none did. */
        BY_COURSE,
        /** Left out. */
        LEFT_OUT,
        /** Left-censored at the detection limit. */
        LEFT_CENSORED
    }
}
