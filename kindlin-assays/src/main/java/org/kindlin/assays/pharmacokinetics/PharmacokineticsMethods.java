package org.kindlin.assays.pharmacokinetics;

import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Prose;
import org.kindlin.numerics.exposure.TerminalPhase;

/** The methods paragraph. */
final class PharmacokineticsMethods {
    private PharmacokineticsMethods() {}

    static String of(PharmacokineticsResult result) {
        PharmacokineticsProtocol protocol = result.protocol();
        String time = result.profiles()
                .getFirst()
                .profile()
                .units()
                .time()
                .map(Unit::symbol)
                .orElse("h");
        return "Non-compartmental analysis (Gabrielsson and Weiner, Pharmacokinetic and Pharmacodynamic Data Analysis, 5th"
                + " ed.). Times, in " + time + ", count from the dose. " + area(protocol) + " " + belowLimit(protocol)
                + " " + start(protocol) + " " + terminal(protocol)
                + " Beyond the last measurable concentration, areas go on with cLast/lambdaZ (aumc: cLast tLast/lambdaZ +"
                + " cLast/lambdaZ²). " + dose(protocol)
                + " Groups of profiles are summarised by geometric means, with Student-t intervals of logarithms, and"
                + " geometric coefficients of variation; tmax by its median. No dose-proportionality or steady state is"
                + " tested.";
    }

    private static String area(PharmacokineticsProtocol protocol) {
        return switch (protocol.area()) {
            case LINEAR -> "Areas are sums of linear trapezoids.";
            case LINEAR_UP_LOG_DOWN ->
                "Areas are sums of linear trapezoids where concentrations rise and logarithmic ones where they fall.";
            case LINEAR_LOG -> "Areas are sums of linear trapezoids up to tmax and logarithmic ones after it.";
        };
    }

    private static String belowLimit(PharmacokineticsProtocol protocol) {
        return switch (protocol.samples().belowLimit()) {
            case STANDARD ->
                "Samples below the limit of quantification (and zeros) count as 0 before the first measurable one and"
                        + " are left out after it.";
            case ZERO -> "Samples below the limit of quantification count as 0 up to the last measurable one.";
            case HALF ->
                "Samples below the limit of quantification count as half the limit up to the last measurable one.";
            case MISSING -> "Samples below the limit of quantification are left out.";
        };
    }

    private static String start(PharmacokineticsProtocol protocol) {
        if (protocol.dosing().isSteadyState()) {
            return "Where no sample stands at the dose, the lowest of the interval stands there.";
        }
        return protocol.dosing().route() == Route.BOLUS
                ? "Where no sample stands at the dose, the first two are extrapolated to it log-linearly."
                : "Where no sample stands at the dose, the concentration there is 0.";
    }

    private static String terminal(PharmacokineticsProtocol protocol) {
        return switch (protocol.terminal()) {
            case TerminalRule.BestFit() ->
                "The terminal rate lambdaZ is that of the window of last samples after tmax, at least "
                        + TerminalPhase.FEWEST
                        + ", with the highest adjusted R² of ln concentration over time; within 0.0001 of it, of the"
                        + " longest window.";
            case TerminalRule.LastPoints(int count) ->
                "The terminal rate lambdaZ is that of the last " + count + " measurable samples, as stated.";
            case TerminalRule.Between(double from, double to) ->
                "The terminal rate lambdaZ is that of the measurable samples from " + Prose.number(from) + " to "
                        + Prose.number(to) + " after the dose, as stated.";
        };
    }

    private static String dose(PharmacokineticsProtocol protocol) {
        String route = switch (protocol.dosing().route()) {
            case ORAL ->
                "Doses went through absorption, of an unknown fraction F: clearance is CL/F, vz is Vz/F, and mrt holds the"
                        + " mean time of absorption.";
            case BOLUS -> "Doses were intravenous boluses.";
            case INFUSION -> "Doses were intravenous infusions; mrt is corrected by half their duration.";
        };
        return protocol.dosing().isSteadyState()
                ? route + " Clearance is dose over the area of the dosing interval, at steady state as stated."
                : route;
    }
}
