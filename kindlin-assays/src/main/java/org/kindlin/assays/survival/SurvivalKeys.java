package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kindlin.assays.protocol.ArriveItem;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.FiniteNumber;
import org.kindlin.assays.survival.SurvivalProtocol.Columns;
import org.kindlin.assays.survival.SurvivalProtocol.Digitised;
import org.kindlin.assays.survival.SurvivalProtocol.FirthUse;
import org.kindlin.assays.text.DateText;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.hazard.Ties;
import org.kindlin.numerics.survival.BandTransform;
import org.kindlin.numerics.survival.QuantileRule;

/** Every protocol key of the survival assay. */
final class SurvivalKeys {
    static final Key<String> TIME = Key.text(
            "time",
            "time",
            "Column with the time of the event or of the last observation, or its date; 'AVAL', 'futime', 'days' and the like where there is no 'time'");
    static final Key<String> EVENT = Key.text(
            "event",
            "event",
            "Column that says whether the time ends with the event (0/1, 1/2, yes/no, dead/alive); 'status', ADaM's 'CNSR' and the like where there is no 'event'");
    static final Key<String> EVENT_CODE = Key.text(
            "eventCode",
            null,
            "Values of the event column that are events, separated by commas; all others are censored");
    static final Key<String> CAUSE = Key.text(
            "cause", null, "Value of the event column that is the cause of interest; the other causes compete with it");
    static final Key<String> ORIGIN =
            Key.text("origin", null, "Column with the date from which time counts, where 'time' holds dates");
    static final Key<String> START = Key.text(
            "start",
            null,
            "Column with the time from which a row is under observation (delayed entry, changing covariates)");
    static final Key<String> ARM = Key.text(
            "arm",
            null,
            "Column with the arm; 'arm', 'treatment', 'group', 'TRT01P' and the like where not stated; none for one curve of all");
    static final Key<String> PARAMETER = Key.text(
            "parameter",
            null,
            "PARAMCD of the rows of an ADaM time-to-event table, such as OS, where it holds several");
    static final Key<String> REFERENCE = Key.text(
            "reference",
            null,
            "Arm the others are compared with; a vehicle, control or placebo arm, else the first, where not stated");
    static final Key<String> ID = Key.text(
            "id",
            null,
            "Columns that together name the subject, separated by commas; 'id', 'animal', 'mouse', 'subject' or 'patient' where not stated");
    static final Key<String> STRATA = Key.text("strata", null, "Columns of strata, separated by commas");
    static final Key<String> COVARIATES =
            Key.text("covariates", null, "Columns of covariates of the Cox model beside the arm, separated by commas");
    static final Key<String> CLUSTER =
            Key.text("cluster", null, "Column of clusters (cage, litter, patient) for a robust covariance");
    static final Key<String> FACTORS = Key.text(
            "factors", null, "Two columns that say whether agent one and agent two were given (0/1): a combination");
    static final Key<String> EXCLUDE =
            Key.text("excludeColumn", null, "Column that holds a reason where a row is to be left out");
    static final Key<String> MEDIANS =
            Key.text("medians", null, "Column with the median of each arm, where nothing else is known of the arms");
    static final Key<String> DIGITISED = Key.text(
            "digitised",
            null,
            "Column with survival read off a published curve at 'time'; individual times are reconstructed from it and the numbers at risk");
    static final Key<String> AT_RISK = Key.text(
            "atRisk",
            null,
            "Column with the numbers at risk printed below a digitised curve; 'at risk' where not stated");
    static final Key<String> TOTAL_EVENTS = Key.text(
            "totalEvents",
            null,
            "Column with the number of all events of an arm printed beside a digitised curve; 'events' where not stated");
    static final Key<Double> READING_ERROR = Key.number(
            "readingError",
            0,
            0.2,
            "0.01",
            "Assumed standard deviation of survival as read off a digitised curve, for the error statement");
    static final Key<String> TREND = Key.text(
            "trend",
            null,
            "Arms in the order of their dose for a test of trend, separated by commas, or with scores as vehicle:0, low:10, high:50; by default the numbers that three or more arms are named by");
    static final Key<String> UNIT = Key.text("unit", null, "Unit of the times, such as d");
    static final Key<DateText.Order> DATE_ORDER =
            Key.choice("dateOrder", DateText.Order.class, null, "Which part of dates such as 03/04/2025 comes first");
    static final Key<BandTransform> INTERVAL = Key.choice(
            "interval",
            BandTransform.class,
            BandTransform.LOG_LOG,
            "Scale on which limits of the curves are symmetric");
    static final Key<QuantileRule> QUANTILES = Key.choice(
            "quantileRule",
            QuantileRule.class,
            QuantileRule.MIDPOINT,
            "Which time is the median where the curve runs level exactly at it");
    static final Key<Ties> TIES = Key.choice("ties", Ties.class, Ties.EFRON, "How tied events enter the Cox model");
    static final Key<FirthUse> FIRTH = Key.choice(
            "firth",
            FirthUse.class,
            FirthUse.MONOTONE,
            "When Firth's penalised Cox model is fitted beside the ordinary one");
    static final Key<Double> HORIZON = Key.number(
                    "rmstHorizon",
                    null,
                    "Horizon of the restricted mean, in the unit of time; the longest that every arm reaches where not stated")
            .onlyIf("number > 0", horizon -> horizon > 0);
    static final Key<String> MILESTONES =
            Key.text("milestones", null, "Times at which survival is reported, separated by commas");
    static final Key<String> PROPORTIONS = Key.text(
            "quantiles",
            null,
            "Proportions with the event whose times are reported beside the median, separated by commas: 0.25, 0.75 for the quartiles");
    static final Key<SurvivalProtocol.Subjects> SUBJECTS = Key.choice(
            "subjects",
            SurvivalProtocol.Subjects.class,
            null,
            "Whether subjects are animals, whose report lists ARRIVE's items; told by a column named animal or mouse where not stated");
    static final Key<Double> RHO = Key.number(
            "rho", 0, 10, "0", "Weight S^rho of the Fleming-Harrington test; reported where rho or gamma is not 0");
    static final Key<Double> GAMMA =
            Key.number("gamma", 0, 10, "0", "Weight (1 - S)^gamma of the Fleming-Harrington test");
    static final Key<Double> PERMUTATIONS = Key.number(
            "permutations",
            0,
            10_000_000,
            "0",
            "Rounds of the permutation log-rank test; exact where fewer orders exist");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");

    private static final List<Key<?>> OWN = List.of(
            TIME,
            EVENT,
            EVENT_CODE,
            CAUSE,
            ORIGIN,
            START,
            ARM,
            PARAMETER,
            REFERENCE,
            ID,
            STRATA,
            COVARIATES,
            CLUSTER,
            FACTORS,
            EXCLUDE,
            MEDIANS,
            DIGITISED,
            AT_RISK,
            TOTAL_EVENTS,
            READING_ERROR,
            TREND,
            UNIT,
            DATE_ORDER,
            INTERVAL,
            QUANTILES,
            TIES,
            FIRTH,
            HORIZON,
            MILESTONES,
            PROPORTIONS,
            SUBJECTS,
            RHO,
            GAMMA,
            PERMUTATIONS,
            LEVEL);

    static final List<Key<?>> ALL =
            Stream.<Key<?>>concat(OWN.stream(), ArriveItem.keys().stream()).toList();

    private SurvivalKeys() {}

    static SurvivalProtocol protocol(Resolved settings, Faults faults) {
        List<String> factors = names(settings, FACTORS);
        if (settings.isStated(FACTORS) && factors.size() != 2) {
            fault(settings, FACTORS, factors.size() + " factors", "name two columns: factors=agent1,agent2", faults);
        }
        if (settings.isStated(CAUSE) && settings.isStated(EVENT_CODE)) {
            fault(settings, CAUSE, "cause and eventCode say the same in two ways", "state one of them", faults);
        }
        Optional<Digitised> digitised = settings.find(DIGITISED)
                .map(survival -> new Digitised(
                        survival, settings.find(AT_RISK), settings.find(TOTAL_EVENTS), settings.get(READING_ERROR)));
        digitised
                .flatMap(_ -> DigitisedStudy.contradiction(
                        columns(settings, factors), settings.find(CAUSE), settings.find(MEDIANS)))
                .ifPresent(problem -> fault(settings, DIGITISED, problem, "leave them out", faults));
        return new SurvivalProtocol(
                columns(settings, factors),
                settings.find(UNIT).orElse(""),
                settings.find(REFERENCE),
                settings.get(INTERVAL),
                settings.get(QUANTILES),
                settings.get(TIES),
                settings.get(FIRTH),
                settings.find(HORIZON).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                numbers(settings, MILESTONES, "no time", "write milestones=180,365", faults),
                proportions(settings, faults),
                settings.find(CAUSE),
                names(settings, EVENT_CODE),
                settings.find(DATE_ORDER),
                settings.get(RHO),
                settings.get(GAMMA),
                settings.find(MEDIANS),
                digitised,
                settings.find(TREND),
                settings.find(SUBJECTS),
                ArriveItem.stated(settings),
                (int) Math.rint(settings.get(PERMUTATIONS)),
                settings.get(LEVEL));
    }

    private static Columns columns(Resolved settings, List<String> factors) {
        return new Columns(
                settings.get(TIME),
                settings.get(EVENT),
                settings.find(ORIGIN),
                settings.find(START),
                settings.find(ARM),
                names(settings, ID),
                names(settings, STRATA),
                names(settings, COVARIATES),
                settings.find(CLUSTER),
                factors,
                settings.find(EXCLUDE),
                settings.find(PARAMETER));
    }

    private static List<String> names(Resolved settings, Key<String> key) {
        return settings.find(key).map(NameList::of).orElse(List.of());
    }

    private static List<Double> numbers(
            Resolved settings, Key<String> key, String problem, String remedy, Faults faults) {
        List<Double> numbers = new ArrayList<>();
        for (String text : names(settings, key)) {
            FiniteNumber.parse(text)
                    .ifPresentOrElse(
                            numbers::add, () -> fault(settings, key, "'" + text + "' is " + problem, remedy, faults));
        }
        return numbers;
    }

    private static List<Double> proportions(Resolved settings, Faults faults) {
        String remedy = "write quantiles=0.25, 0.75";
        List<Double> proportions = numbers(settings, PROPORTIONS, "no proportion", remedy, faults);
        proportions.stream()
                .filter(proportion -> !(proportion > 0 && proportion < 1))
                .forEach(proportion ->
                        fault(settings, PROPORTIONS, proportion + " is not between 0 and 1", remedy, faults));
        return proportions;
    }

    private static void fault(Resolved settings, Key<?> key, String problem, String remedy, Faults faults) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }
}
