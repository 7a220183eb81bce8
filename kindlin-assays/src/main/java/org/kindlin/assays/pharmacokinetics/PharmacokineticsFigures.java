package org.kindlin.assays.pharmacokinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Marker;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Style;
import org.kindlin.numerics.exposure.TerminalPhase;

/** Concentrations over time: all profiles side by side, and each on a linear and a logarithmic axis. */
final class PharmacokineticsFigures {
    /** Past this many profiles nobody looks at each; the overview shows the first ones and says so. */
    private static final int MOST = 24;

    private static final int COLUMNS = 4;
    private static final int LINE_POINTS = 40;
    private static final String MARKS =
            "Symbols: samples; vermillion line: the terminal regression over the samples it used, dashed beyond them;"
                    + " an arrow down stands at the limit of a sample below it.";

    private final boolean simulated;
    private final FigureNames names = new FigureNames();

    private PharmacokineticsFigures(boolean simulated) {
        this.simulated = simulated;
    }

    static List<Figure> of(PharmacokineticsResult result, boolean simulated) {
        PharmacokineticsFigures figures = new PharmacokineticsFigures(simulated);
        List<ProfileResult> drawn = result.profiles().stream()
                .filter(profile -> profile.exposure().isPresent())
                .toList();
        List<Figure> all = new ArrayList<>();
        if (drawn.size() > 1) {
            all.add(figures.overview(drawn));
        }
        if (drawn.size() <= MOST) {
            boolean oral = !result.protocol().dosing().route().isIntravenous();
            drawn.forEach(profile -> all.add(figures.single(profile, oral)));
        }
        return all;
    }

    private Figure overview(List<ProfileResult> profiles) {
        List<ProfileResult> shown = profiles.subList(0, Math.min(MOST, profiles.size()));
        List<Panel> panels = shown.stream()
                .map(profile -> panel(profile, Axis.log("concentration", unit(profile)))
                        .title(profile.profile().label()))
                .toList();
        String title = shown.size() < profiles.size()
                ? "The first " + shown.size() + " of " + profiles.size() + " profiles"
                : "All " + profiles.size() + " profiles";
        return Plot.of(Heading.of(names.free("overview"), title).caption(MARKS).simulated(simulated), panels)
                .grid(Grid.columns(Math.min(COLUMNS, panels.size())).sharing(Grid.Sharing.BOTH))
                .size(900, 150)
                .labels(Plot.Labels.NONE)
                .figure();
    }

    private Figure single(ProfileResult profile, boolean oral) {
        String label = profile.profile().label();
        Heading heading = Heading.of(names.free("profile-" + label), label)
                .subtitle(finding(profile, oral))
                .caption(MARKS)
                .simulated(simulated);
        return Plot.of(
                        heading,
                        panel(
                                profile,
                                Axis.linear("concentration", unit(profile)).including(0.0)),
                        panel(profile, Axis.log("concentration", unit(profile))))
                .grid(Grid.columns(2).sharing(Grid.Sharing.X))
                .size(760, 260)
                .labels(Plot.Labels.NONE)
                .figure();
    }

    private static String unit(ProfileResult profile) {
        return profile.profile().units().concentrationSymbol();
    }

    private static String finding(ProfileResult profile, boolean oral) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("aucInf", "cMax", "halfLife", "clearance")) {
            Optional<Estimate> estimate = profile.result().estimate(name);
            Double value = estimate.isPresent() ? estimate.get().value() : null;
            if (value != null) {
                parts.add((PharmacokineticsVerdicts.spoken(name, oral) + " " + Prose.number(value) + " "
                                + estimate.get().unit())
                        .strip());
            }
        }
        return String.join(", ", parts);
    }

    private static Panel panel(ProfileResult profile, Axis concentration) {
        Exposure exposure = profile.exposure().orElseThrow();
        Axis time = Axis.linear("time since dose", profile.profile().units().timeSymbol());
        return Panel.of(time, concentration).addAll(layers(profile, exposure));
    }

    private static List<Layer> layers(ProfileResult profile, Exposure exposure) {
        ProfileCurve curve = exposure.curve();
        Style style = Style.series(0);
        List<Point> line = IntStream.range(0, curve.times().size())
                .filter(i -> curve.concentrations().get(i) > 0)
                .mapToObj(i ->
                        new Point(curve.times().get(i), curve.concentrations().get(i)))
                .toList();
        List<Point> measured = IntStream.range(0, curve.times().size())
                .filter(i -> curve.measured().get(i))
                .mapToObj(i ->
                        new Point(curve.times().get(i), curve.concentrations().get(i)))
                .toList();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Line(line, style.lineWidth(1).opacity(0.7)));
        exposure.terminal().ifPresent(phase -> layers.addAll(regression(phase, curve.last())));
        layers.add(new Points(measured, style.markerSize(5)));
        List<Point> below = profile.profile().samples().stream()
                .filter(sample -> sample.isBelowLimit() && sample.limit().isPresent() && sample.time() >= 0)
                .map(sample -> new Point(sample.time(), sample.limit().getAsDouble()))
                .toList();
        if (!below.isEmpty()) {
            layers.add(new Points(below, style.marker(Marker.ARROW_DOWN).markerSize(7)));
        }
        return layers;
    }

    private static List<Layer> regression(TerminalPhase phase, double last) {
        Style style = Style.of(Palette.VERMILLION).lineWidth(1.6);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Line(points(phase, phase.from(), phase.to()), style));
        double beyond = last + phase.halfLife() / 2;
        layers.add(new Line(points(phase, phase.to(), Math.min(beyond, last * 1.25)), style.dash(Dash.DASHED)));
        return layers;
    }

    private static List<Point> points(TerminalPhase phase, double from, double to) {
        return IntStream.rangeClosed(0, LINE_POINTS)
                .mapToObj(i -> {
                    double time = from + (to - from) * i / LINE_POINTS;
                    return new Point(time, phase.at(time));
                })
                .toList();
    }
}
