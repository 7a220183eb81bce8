package org.kindlin.assays.pharmacokinetics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.exposure.AreaRule;

/** Every protocol key of the pharmacokinetics assay. */
final class PharmacokineticsKeys {
    static final Key<String> TIME =
            Key.text("time", null, "Column with the sampling time; else one named time, hour or tad");
    static final Key<String> CONCENTRATION = Key.text(
            "concentration", null, "Column with the concentration; else one named concentration, conc, cp or dv");
    static final Key<String> BY = Key.text(
            "by",
            null,
            "Columns that name a profile, separated by commas (Subject, Analyte); else one named subject, id, animal,"
                    + " patient, mouse or usubjid");
    static final Key<String> GROUP = Key.text("group", null, "Columns over whose profiles summaries are made (Arm)");
    static final Key<DoseStatement> DOSE = new Key<>(
            "dose",
            "amount with unit, or a column",
            "",
            null,
            "Dose given (400 mg, 50 mg/kg), or the column that holds it; else a column named dose or amt",
            DoseStatement::parse,
            PharmacokineticsKeys::describe);
    static final Key<DoseUnit> DOSE_UNIT = new Key<>(
            "doseUnit",
            "mg, umol, mg/kg ...",
            "",
            null,
            "Unit of the doses where neither the dose nor its column's header says it",
            DoseUnit::parse,
            unit -> new Value.Text(unit.symbol()));
    static final Key<String> WEIGHT = Key.text(
            "weight",
            null,
            "Column with the body weight in kg, by which doses per kg are multiplied; else one named weight, wt or bw");
    static final Key<Unit> CONCENTRATION_UNIT = unit(
            "concentrationUnit",
            "ng/mL, nM ...",
            "Unit of the concentrations where the header does not say it",
            Dimension.MASS_CONCENTRATION,
            Dimension.AMOUNT_CONCENTRATION);
    static final Key<Unit> TIME_UNIT = unit(
            "timeUnit",
            "min, h, d",
            "Unit of the times where the header does not say it (hours where nothing does)",
            Dimension.TIME,
            Dimension.TIME);
    static final Key<Double> MOLAR_MASS = Key.number(
            "molarMass",
            1e-3,
            1e7,
            null,
            "Molar mass of the form dosed and measured, g/mol; needed where mass and mole meet");
    static final Key<Route> ROUTE = Key.choice(
            "route",
            Route.class,
            Route.ORAL,
            "How the dose was given; oral stands for every route with absorption, and clearance is then CL/F");
    static final Key<Double> INFUSION = Key.number(
                    "infusionDuration", null, "Duration of the infusion, in the unit of times")
            .onlyIf("number > 0", duration -> duration > 0);
    static final Key<Double> DOSE_TIME = Key.number("doseTime", "0", "Time of the dose on the file's clock");
    static final Key<Double> INTERVAL = Key.number(
                    "tau", null, "Dosing interval in the unit of times: states that the profile is at steady state")
            .onlyIf("number > 0", interval -> interval > 0);
    static final Key<AreaRule> METHOD = Key.choice(
            "method", AreaRule.class, AreaRule.LINEAR_UP_LOG_DOWN, "How the area between two samples is computed");
    static final Key<Double> LAMBDA_FROM =
            Key.number("lambdaZFrom", null, "First time since dose of the terminal phase; needs lambdaZTo");
    static final Key<Double> LAMBDA_TO =
            Key.number("lambdaZTo", null, "Last time since dose of the terminal phase; needs lambdaZFrom");
    static final Key<Double> LAMBDA_POINTS = Key.number(
            "lambdaZPoints",
            2,
            1000,
            null,
            "Number of last samples of the terminal phase; the best fit by adjusted R2 where nothing is stated");
    static final Key<BelowLimit> BELOW_LIMIT = Key.choice(
            "blq",
            BelowLimit.class,
            BelowLimit.STANDARD,
            "What a concentration below the limit of quantification counts as: standard is zero before the first"
                    + " measurable one, left out between and after");
    static final Key<Double> LIMIT = Key.number(
                    "lloq",
                    null,
                    "Lower limit of quantification, in the unit of concentrations; smaller numbers are below it")
            .onlyIf("number > 0", limit -> limit > 0);
    static final Key<SameTime> SAME_TIME = Key.choice(
            "sameTime",
            SameTime.class,
            SameTime.FAULT,
            "Several samples at one time: a fault, or their mean (destructive sampling)");
    static final Key<Double> FROM = Key.number("from", null, "First time used, on the file's clock");
    static final Key<Double> TO = Key.number("to", null, "Last time used, on the file's clock");
    static final Key<String> EXCLUDE =
            Key.text("excludeColumn", null, "Column that holds a reason where a row is to be left out");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");

    static final List<Key<?>> ALL = List.of(
            TIME,
            CONCENTRATION,
            BY,
            GROUP,
            DOSE,
            DOSE_UNIT,
            WEIGHT,
            CONCENTRATION_UNIT,
            TIME_UNIT,
            MOLAR_MASS,
            ROUTE,
            INFUSION,
            DOSE_TIME,
            INTERVAL,
            METHOD,
            LAMBDA_FROM,
            LAMBDA_TO,
            LAMBDA_POINTS,
            BELOW_LIMIT,
            LIMIT,
            SAME_TIME,
            FROM,
            TO,
            EXCLUDE,
            LEVEL);

    private PharmacokineticsKeys() {}

    private static Key<Unit> unit(String name, String type, String meaning, Dimension one, Dimension other) {
        return new Key<>(
                name,
                type,
                "",
                null,
                meaning,
                text -> Unit.parse(text).filter(unit -> unit.dimension() == one || unit.dimension() == other),
                unit -> new Value.Text(unit.symbol()));
    }

    private static Value describe(DoseStatement dose) {
        return switch (dose) {
            case DoseStatement.Amount(double amount, Optional<DoseUnit> unit) ->
                new Value.Text(amount + unit.map(known -> " " + known.symbol()).orElse(""));
            case DoseStatement.Column(String name) -> new Value.Text("column " + name);
            case DoseStatement.NotStated _ -> new Value.NotStated();
        };
    }

    static PharmacokineticsProtocol protocol(Resolved settings, Faults faults) {
        return new PharmacokineticsProtocol(
                new PharmacokineticsProtocol.Columns(
                        settings.find(TIME),
                        settings.find(CONCENTRATION),
                        settings.find(BY).map(NameList::of),
                        settings.find(GROUP).map(NameList::of).orElse(List.of()),
                        settings.find(WEIGHT),
                        settings.find(EXCLUDE)),
                dosing(settings, faults),
                new PharmacokineticsProtocol.StatedUnits(
                        settings.find(CONCENTRATION_UNIT),
                        settings.find(TIME_UNIT),
                        settings.find(DOSE_UNIT),
                        optional(settings, MOLAR_MASS)),
                samples(settings, faults),
                settings.get(METHOD),
                terminal(settings, faults),
                settings.get(LEVEL));
    }

    private static PharmacokineticsProtocol.Dosing dosing(Resolved settings, Faults faults) {
        Route route = settings.get(ROUTE);
        OptionalDouble infusion = optional(settings, INFUSION);
        if (route == Route.INFUSION && infusion.isEmpty()) {
            fault(settings, faults, ROUTE, "an infusion has a duration", "state infusionDuration");
        }
        if (route != Route.INFUSION && infusion.isPresent()) {
            fault(settings, faults, INFUSION, "only an infusion has a duration", "state route=infusion");
        }
        DoseStatement dose = settings.find(DOSE).orElse(new DoseStatement.NotStated());
        if (dose instanceof DoseStatement.Amount(double _, Optional<DoseUnit> unit)
                && unit.isPresent()
                && settings.find(DOSE_UNIT)
                        .filter(other -> !other.equals(unit.get()))
                        .isPresent()) {
            fault(settings, faults, DOSE_UNIT, "the dose already has a unit, and another one", "leave doseUnit out");
        }
        return new PharmacokineticsProtocol.Dosing(
                dose, route, settings.get(DOSE_TIME), infusion, optional(settings, INTERVAL));
    }

    private static PharmacokineticsProtocol.Samples samples(Resolved settings, Faults faults) {
        double from = settings.find(FROM).orElse(Double.NEGATIVE_INFINITY);
        double to = settings.find(TO).orElse(Double.POSITIVE_INFINITY);
        if (!(from < to)) {
            fault(settings, faults, TO, "the times used end before they begin", "state from < to");
        }
        return new PharmacokineticsProtocol.Samples(
                settings.get(BELOW_LIMIT), optional(settings, LIMIT), settings.get(SAME_TIME), from, to);
    }

    private static TerminalRule terminal(Resolved settings, Faults faults) {
        Optional<Double> from = settings.find(LAMBDA_FROM);
        Optional<Double> to = settings.find(LAMBDA_TO);
        Optional<Double> points = settings.find(LAMBDA_POINTS);
        if (from.isPresent() != to.isPresent() || (from.isPresent() && !(from.get() < to.get()))) {
            fault(
                    settings,
                    faults,
                    from.isPresent() ? LAMBDA_TO : LAMBDA_FROM,
                    "the terminal phase needs a first and a later last time",
                    "state lambdaZFrom < lambdaZTo, or neither");
        }
        if (points.isPresent() && from.isPresent()) {
            fault(settings, faults, LAMBDA_POINTS, "the terminal phase is stated twice", "state times or a number");
        }
        if (from.isPresent() && to.isPresent()) {
            return new TerminalRule.Between(from.get(), to.get());
        }
        return points.<TerminalRule>map(count -> new TerminalRule.LastPoints((int) Math.rint(count)))
                .orElseGet(TerminalRule.BestFit::new);
    }

    private static OptionalDouble optional(Resolved settings, Key<Double> key) {
        return settings.find(key).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static void fault(Resolved settings, Faults faults, Key<?> key, String problem, String remedy) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }
}
