package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Style;

/** Draws each curve with its residuals, and all of them side by side. */
public final class DoseResponseFigures {
    /** Past this many curves nobody looks at each; the overview shows the first ones and says so. */
    static final int MOST_CURVES = 24;

    private static final int COLUMNS = 4;
    private static final double OVERVIEW_WIDTH = 900;
    private static final double OVERVIEW_PANEL = 150;

    private DoseResponseFigures() {}

    static List<Figure> of(DoseResponseResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>(of(result.curves(), simulated));
        figures.addAll(FamilyFigures.of(result.families(), simulated));
        figures.addAll(PotencyFigures.of(result.comparisons(), simulated));
        figures.addAll(RepeatFigures.of(result, simulated));
        return figures;
    }

    /** An overview where there are several curves, and a figure of each where there are few enough to look at. */
    public static List<Figure> of(List<CurveResult> curves, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        if (curves.size() > 1) {
            String title = curves.size() > MOST_CURVES
                    ? "The first " + MOST_CURVES + " of " + curves.size() + " curves"
                    : "All " + curves.size() + " curves";
            figures.add(overview("overview", title, curves, simulated));
        }
        if (curves.size() <= MOST_CURVES) {
            for (int i = 0; i < curves.size(); i++) {
                figures.add(single(curves.get(i), i, simulated));
            }
        }
        return figures;
    }

    private static Figure single(CurveResult curve, int index, boolean simulated) {
        Units units = curve.protocol().units();
        Heading heading = Heading.of(name(curve.data(), index), curve.data().label())
                .subtitle(finding(curve))
                .caption("Open symbols: single observations; closed: mean ± SD; " + legend(curve))
                .simulated(simulated);
        Panel response = Panel.of(doseAxis(curve), Axis.linear("response", units.response()))
                .addAll(CurveLayers.of(curve, Style.series(0), ""));
        List<Layer> residuals = CurveLayers.residuals(curve, Style.series(0));
        if (residuals.isEmpty()) {
            return Plot.of(heading, response).figure();
        }
        Panel residual = Panel.of(doseAxis(curve), Axis.linear("residual", units.response()))
                .addAll(residuals);
        return Plot.of(heading, response, residual)
                .grid(Grid.columns(1).sharing(Grid.Sharing.X).rowHeights(1.0, 0.4))
                .figure();
    }

    /** At most {@value #MOST_CURVES} curves of the same units side by side. */
    public static Figure overview(String name, String title, List<CurveResult> curves, boolean simulated) {
        List<CurveResult> shown = curves.subList(0, Math.min(curves.size(), MOST_CURVES));
        List<Panel> panels = shown.stream()
                .map(curve -> Panel.of(
                                doseAxis(curve),
                                Axis.linear("response", curve.protocol().units().response()))
                        .title(curve.data().label())
                        .addAll(CurveLayers.small(curve, Style.series(0).markerSize(4))))
                .toList();
        Heading heading = Heading.of(name, title)
                .caption("Symbols: mean ± SD; " + legend(curves.getFirst()))
                .simulated(simulated);
        return Plot.of(heading, panels)
                .grid(Grid.columns(Math.min(COLUMNS, panels.size())).sharing(Grid.Sharing.BOTH))
                .size(OVERVIEW_WIDTH, OVERVIEW_PANEL)
                .labels(Plot.Labels.NONE)
                .figure();
    }

    private static Axis doseAxis(CurveResult curve) {
        return doseAxis(curve.data(), curve.protocol());
    }

    static Axis doseAxis(CurveData data, CurveProtocol protocol) {
        Axis axis = Axis.log("dose", protocol.units().dose());
        return data.zeroDoseMean().isPresent() ? axis.zero("0") : axis;
    }

    private static String finding(CurveResult curve) {
        return finding(curve.midpoint(), curve.protocol());
    }

    static String finding(MidpointVerdict midpoint, CurveProtocol protocol) {
        Units units = protocol.units();
        return switch (midpoint) {
            case MidpointVerdict.Determined determined ->
                "IC₅₀ " + Text.dose(determined.logIc50(), units) + ", "
                        + Text.percent(protocol.inference().level()) + " interval "
                        + Verdicts.interval(determined.limits(), units);
            case MidpointVerdict.Censored censored -> censored.reason().message();
            case MidpointVerdict.Undetermined undetermined ->
                undetermined.reason().message();
        };
    }

    private static String legend(CurveResult curve) {
        String zero = curve.data().zeroDoseMean().isPresent() ? " Zero dose stands left of the axis break." : "";
        return "line: fitted curve with its pointwise "
                + Text.percent(curve.protocol().inference().level())
                + " confidence band; diamond and bar: IC₅₀ with its interval; an arrow marks a side that is open or"
                + " censored." + zero;
    }

    static String name(CurveData data, int index) {
        String label = data.label().replaceAll("[^A-Za-z0-9._-]+", "-");
        String stem = label.length() > 60 ? label.substring(0, 60) : label;
        return String.format(Locale.ROOT, "curve-%02d-%s", index + 1, stem);
    }
}
