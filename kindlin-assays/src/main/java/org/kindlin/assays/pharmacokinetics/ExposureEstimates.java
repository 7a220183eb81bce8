package org.kindlin.assays.pharmacokinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.exposure.Area;
import org.kindlin.numerics.exposure.TerminalPhase;
import org.kindlin.numerics.statistics.Distributions;

/** The estimates of one profile, in the order they are read. */
final class ExposureEstimates {
    private static final double PERCENT = 100;
    private static final double LEAST_ADJUSTED_R_SQUARED = 0.9;
    private static final double LEAST_SPAN = 2;
    private static final double MOST_EXTRAPOLATED = 20;
    private static final double MOST_OF_INTERVAL = 0.95;

    private final Profile profile;
    private final PharmacokineticsProtocol protocol;
    private final ExposureUnits units;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<QualityCheck> quality = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private ExposureEstimates(Profile profile, PharmacokineticsProtocol protocol) {
        this.profile = profile;
        this.protocol = protocol;
        this.units = profile.units();
    }

    static SubjectResult of(Profile profile, Optional<Exposure> exposure, PharmacokineticsProtocol protocol) {
        ExposureEstimates all = new ExposureEstimates(profile, protocol);
        if (exposure.isPresent()) {
            all.warnings.addAll(exposure.get().curve().warnings());
            all.observed(exposure.get());
            all.terminal(exposure.get());
            all.disposition(exposure.get());
            protocol.dosing().interval().ifPresent(interval -> all.steadyState(exposure.get(), interval));
        } else {
            all.nothingMeasurable();
        }
        all.unitWarnings();
        return new SubjectResult(profile.subject(), all.estimates, List.of(), all.quality, all.warnings);
    }

    private void observed(Exposure exposure) {
        ProfileCurve curve = exposure.curve();
        add("aucLast", exposure.last().zero(), units.areaSymbol(), areaMethod());
        toInfinity("aucInf", exposure.toInfinity(), Area::zero, units.areaSymbol(), "aucLast + cLast/lambdaZ");
        int peak = curve.peak();
        add("cMax", curve.concentrations().get(peak), units.concentrationSymbol(), "highest sample");
        add("tMax", curve.times().get(peak), units.timeSymbol(), "first time of the highest sample");
        if (protocol.dosing().route() == Route.BOLUS) {
            add("c0", curve.concentrations().getFirst(), units.concentrationSymbol(), "concentration at the bolus");
        }
        add("tLast", curve.last(), units.timeSymbol(), "last measurable sample");
        add("cLast", curve.lastConcentration(), units.concentrationSymbol(), "last measurable sample");
        add("aumcLast", exposure.last().first(), units.momentSymbol(), areaMethod());
        toInfinity("aumcInf", exposure.toInfinity(), Area::first, units.momentSymbol(), "with cLast and lambdaZ");
    }

    private String areaMethod() {
        return switch (protocol.area()) {
            case LINEAR -> "linear trapezoids";
            case LINEAR_UP_LOG_DOWN -> "linear up, logarithmic down";
            case LINEAR_LOG -> "linear to tMax, logarithmic after";
        };
    }

    private void terminal(Exposure exposure) {
        if (exposure.terminal().isEmpty()) {
            for (String name : List.of("lambdaZ", "halfLife")) {
                missing(
                        name,
                        name.equals("lambdaZ") ? units.rateSymbol() : units.timeSymbol(),
                        "log-linear regression");
            }
            warnings.add(new Warning(
                    "no-terminal-phase",
                    "Fewer than " + TerminalPhase.FEWEST
                            + " falling measurable samples after the maximum (or none in the"
                            + " stated window), so lambdaZ, halfLife and whatever is extrapolated are not estimable."));
            return;
        }
        TerminalPhase phase = exposure.terminal().get();
        Estimate rate = rate(phase);
        estimates.add(rate);
        estimates.add(halfLife(phase, rate));
        String method = "log-linear regression";
        add("lambdaZPoints", phase.points(), "", method);
        add("lambdaZFrom", phase.from(), units.timeSymbol(), method);
        add("lambdaZTo", phase.to(), units.timeSymbol(), method);
        add("rSquared", phase.rSquared(), "", method);
        add("adjustedRSquared", phase.adjustedRSquared(), "", method);
        add("correlation", phase.correlation(), "", method);
        add("spanRatio", phase.spanRatio(), "", "half-lives that the regression spans");
        double predicted = phase.at(exposure.curve().last());
        add("cLastPredicted", predicted, units.concentrationSymbol(), method);
        toInfinity(
                "aucInfPredicted",
                exposure.toInfinity(predicted),
                Area::zero,
                units.areaSymbol(),
                "aucLast + cLastPredicted/lambdaZ");
        quality.add(QualityCheck.atLeast("adjusted-r-squared", phase.adjustedRSquared(), LEAST_ADJUSTED_R_SQUARED));
        quality.add(QualityCheck.atLeast("span-ratio", phase.spanRatio(), LEAST_SPAN));
    }

    private Estimate rate(TerminalPhase phase) {
        int df = phase.points() - 2;
        double half = df < 1
                ? Double.POSITIVE_INFINITY
                : phase.rateStandardError() * Distributions.studentQuantile((1 + protocol.level()) / 2, df);
        return Estimate.of(
                "lambdaZ",
                phase.rate(),
                units.rateSymbol(),
                phase.rate() - half,
                phase.rate() + half,
                protocol.level(),
                df < 1 ? Double.NaN : phase.rateStandardError(),
                "log-linear regression, Student-t interval");
    }

    private Estimate halfLife(TerminalPhase phase, Estimate rate) {
        Double slow = rate.low();
        Double fast = rate.high();
        double ln2 = StrictMath.log(2);
        return Estimate.of(
                "halfLife",
                phase.halfLife(),
                units.timeSymbol(),
                fast == null ? Double.NaN : ln2 / fast,
                slow == null || slow <= 0 ? Double.NaN : ln2 / slow,
                protocol.level(),
                rate.se() == null ? Double.NaN : phase.halfLife() * rate.se() / phase.rate(),
                "ln 2 / lambdaZ");
    }

    private void disposition(Exposure exposure) {
        Optional<Area> infinite = exposure.toInfinity();
        toInfinity(
                "aucExtrapolated",
                infinite,
                area -> PERCENT * (1 - exposure.last().zero() / area.zero()),
                "%",
                "100 (1 - aucLast/aucInf)");
        infinite.ifPresent(area -> quality.add(QualityCheck.atMost(
                "auc-extrapolated-percent", PERCENT * (1 - exposure.last().zero() / area.zero()), MOST_EXTRAPOLATED)));
        boolean steady = protocol.dosing().isSteadyState();
        Optional<Area> area = steady ? exposure.to(protocol.dosing().interval().orElseThrow()) : infinite;
        String per = steady ? "aucTau" : "aucInf";
        OptionalDouble clearance = clearance(area);
        scaled("clearance", clearance, units.clearanceSymbol(), "dose/" + per + fraction("CL/F"));
        scaled(
                "vz",
                clearance.isPresent() && exposure.terminal().isPresent()
                        ? OptionalDouble.of(clearance.getAsDouble()
                                / exposure.terminal().get().rate())
                        : OptionalDouble.empty(),
                units.volumeSymbol(),
                "dose/(" + per + " lambdaZ)" + fraction("Vz/F"));
        OptionalDouble mrt = meanResidence(exposure);
        String method = protocol.dosing().route() == Route.INFUSION
                ? "aumcInf/aucInf less half the infusion"
                : steady ? "(aumcTau + tau (aucInf - aucTau))/aucTau" : "aumcInf/aucInf";
        scaled("mrt", mrt, units.timeSymbol(), method + fraction("holds absorption too"));
        if (protocol.dosing().route().isIntravenous()) {
            scaled(
                    "vss",
                    clearance.isPresent() && mrt.isPresent()
                            ? OptionalDouble.of(clearance.getAsDouble() * mrt.getAsDouble())
                            : OptionalDouble.empty(),
                    units.volumeSymbol(),
                    "clearance mrt");
        }
    }

    private String fraction(String note) {
        return protocol.dosing().route().isIntravenous() ? "" : "; " + note;
    }

    private OptionalDouble clearance(Optional<Area> area) {
        return profile.dose().isPresent() && area.isPresent() && area.get().zero() > 0
                ? OptionalDouble.of(profile.dose().getAsDouble()
                        * units.volumeFactor().orElse(1)
                        / area.get().zero())
                : OptionalDouble.empty();
    }

    private OptionalDouble meanResidence(Exposure exposure) {
        Optional<Area> infinite = exposure.toInfinity();
        if (infinite.isEmpty()) {
            return OptionalDouble.empty();
        }
        double shift = protocol.dosing().infusion().orElse(0) / 2;
        if (protocol.dosing().isSteadyState()) {
            double interval = protocol.dosing().interval().orElseThrow();
            return exposure.to(interval)
                    .map(area -> OptionalDouble.of(
                            (area.first() + interval * (infinite.get().zero() - area.zero())) / area.zero() - shift))
                    .orElse(OptionalDouble.empty());
        }
        return OptionalDouble.of(infinite.get().first() / infinite.get().zero() - shift);
    }

    private void steadyState(Exposure exposure, double interval) {
        Optional<Area> area = exposure.to(interval);
        OptionalDouble lowest = exposure.lowest(interval);
        toInfinity("aucTau", area, Area::zero, units.areaSymbol(), areaMethod() + ", 0 to tau");
        toInfinity("cAverage", area, found -> found.zero() / interval, units.concentrationSymbol(), "aucTau/tau");
        double last = exposure.curve().last();
        area.filter(found -> last < MOST_OF_INTERVAL * interval)
                .ifPresent(found -> warnings.add(new Warning(
                        "tau-extrapolated",
                        String.format(
                                Locale.ROOT,
                                "The last measurable sample is at %.4g of a dosing interval of %.4g, so %.3g %% of aucTau"
                                        + " is extrapolated, and cMin is the lowest sample, not the trough.",
                                last,
                                interval,
                                PERCENT * (1 - exposure.last().zero() / found.zero())))));
        lowest.ifPresent(value -> add("cMin", value, units.concentrationSymbol(), "lowest sample of the interval"));
        double highest = exposure.curve().concentrations().get(exposure.curve().peak());
        if (area.isPresent() && lowest.isPresent()) {
            double average = area.get().zero() / interval;
            add("fluctuation", PERCENT * (highest - lowest.getAsDouble()) / average, "%", "100 (cMax - cMin)/cAverage");
        }
        exposure.terminal()
                .ifPresent(phase -> add(
                        "accumulation",
                        1 / -StrictMath.expm1(-phase.rate() * interval),
                        "",
                        "1/(1 - exp(-lambdaZ tau)), predicted"));
    }

    private void nothingMeasurable() {
        for (String name : List.of("aucLast", "aucInf", "tMax", "lambdaZ", "halfLife", "clearance")) {
            missing(name, "", "");
        }
        OptionalDouble limit = profile.samples().stream()
                .flatMapToDouble(sample -> sample.limit().stream())
                .max();
        estimates.add(
                limit.isPresent()
                        ? new Estimate(
                                "cMax",
                                limit.getAsDouble(),
                                units.concentrationSymbol(),
                                Relation.BELOW,
                                null,
                                limit.getAsDouble(),
                                protocol.level(),
                                null,
                                "every sample is below the limit of quantification")
                        : Estimate.notEstimable(
                                "cMax", units.concentrationSymbol(), protocol.level(), "no measurable sample"));
        warnings.add(new Warning(
                "below-limit", "No sample is measurable, so nothing but a limit on cMax can be said of this profile."));
    }

    private void unitWarnings() {
        if (profile.dose().isEmpty()) {
            warnings.add(new Warning("no-dose", "No dose is stated, so clearance, vz and vss are not estimable."));
        } else if (units.needsMolarMass()) {
            warnings.add(new Warning(
                    "no-molar-mass",
                    "Dose and concentration differ in mass and mole; clearance and volumes are in the units of the file"
                            + " until molarMass is stated."));
        } else if (units.dose().isEmpty()) {
            warnings.add(new Warning(
                    "units-not-stated",
                    "No unit of the dose is stated, so clearance and volumes are plain ratios of the file's numbers;"
                            + " state doseUnit and concentrationUnit."));
        }
        if (units.concentration().isEmpty()) {
            warnings.add(new Warning(
                    "units-not-stated", "No unit of the concentrations is stated; state concentrationUnit."));
        }
    }

    private void add(String name, double value, String unit, String method) {
        if (Double.isFinite(value)) {
            estimates.add(Estimate.descriptive(name, value, unit, method));
        } else {
            missing(name, unit, method);
        }
    }

    private void missing(String name, String unit, String method) {
        estimates.add(Estimate.notEstimable(name, unit, protocol.level(), method));
    }

    private void scaled(String name, OptionalDouble value, String unit, String method) {
        if (value.isPresent()) {
            add(name, value.getAsDouble(), unit, method);
        } else {
            missing(name, unit, method);
        }
    }

    private void toInfinity(String name, Optional<Area> area, ToDoubleFunction<Area> part, String unit, String method) {
        scaled(
                name,
                area.isPresent() ? OptionalDouble.of(part.applyAsDouble(area.get())) : OptionalDouble.empty(),
                unit,
                method);
    }
}
