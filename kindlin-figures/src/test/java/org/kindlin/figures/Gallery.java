package org.kindlin.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Realistic figures of every kind, for golden files and for looking at. */
final class Gallery {
    private static final double[] DOSES = {0, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000};

    private Gallery() {}

    static Map<String, Supplier<Figure>> all() {
        Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
        figures.put("dose-response", Gallery::doseResponse);
        figures.put("dose-response-residuals", Gallery::withResiduals);
        figures.put("facets", Gallery::facets);
        figures.put("plate-384", Gallery::plate384);
        figures.put("plate-96-diverging", Gallery::plate96);
        figures.put("plate-1536", Gallery::plate1536);
        figures.put("forest", Gallery::forest);
        figures.put("survival", Gallery::survival);
        figures.put("categories", Gallery::categories);
        figures.put("histogram-gates", Gallery::histogramAndGates);
        figures.put("off-scale", Gallery::offScale);
        return figures;
    }

    static Figure figure(String name) {
        return Objects.requireNonNull(all().get(name)).get();
    }

    private static double inhibition(double dose, double ic50, double hill, double top) {
        return dose == 0 ? 0 : top / (1 + Math.pow(ic50 / dose, hill));
    }

    private static List<Layer> curve(String name, double ic50, double hill, double top, int index, Random noise) {
        Style style = Style.series(index);
        List<Point> wells = new ArrayList<>();
        List<Interval> means = new ArrayList<>();
        for (double dose : DOSES) {
            double[] readings = noise.doubles(3)
                    .map(u -> inhibition(dose, ic50, hill, top) + 12 * (u - 0.5))
                    .toArray();
            DoubleStream.of(readings).forEach(y -> wells.add(new Point(dose, y)));
            double mean = DoubleStream.of(readings).average().orElseThrow();
            double sd = Math.sqrt(
                    DoubleStream.of(readings).map(y -> (y - mean) * (y - mean)).sum() / 2);
            means.add(Interval.around(dose, mean, sd));
        }
        List<Point> line = new ArrayList<>(List.of(new Point(0, 0)));
        List<Span> band = new ArrayList<>(List.of(new Span(0, -2, 2)));
        for (int i = 0; i <= 120; i++) {
            double dose = 0.03 * Math.pow(3000 / 0.03, i / 120.0);
            double y = inhibition(dose, ic50, hill, top);
            double half = 2 + 4 * y * (top - y) / (top * top) * 2;
            line.add(new Point(dose, y));
            band.add(new Span(dose, y - half, y + half));
        }
        return List.of(
                new Band(band, style, name),
                new Line(line, style, name),
                new Points(wells, style.faint(), name),
                new Means(means, style, name),
                new DropLine(
                        new Point(ic50, top / 2),
                        "IC₅₀ " + Numerals.significant(ic50, 2) + " nM",
                        style.lineWidth(1).dash(Dash.DOTTED)));
    }

    private static Axis dose() {
        return Axis.log("defactinib", "nM").zero("0");
    }

    private static Panel curves() {
        Random noise = new Random(7);
        return Panel.of(dose(), Axis.linear("inhibition of ADP formation", "%").including(0.0, 100.0))
                .add(Rule.horizontal(50, "50 %"))
                .addAll(curve("FAK", 0.62, 1.05, 98, 0, noise))
                .addAll(curve("Pyk2", 5.6, 0.9, 96, 1, noise));
    }

    static Figure doseResponse() {
        Heading heading = Heading.of(
                        "dose-response", "Defactinib inhibits FAK and Pyk2 at low nanomolar concentrations")
                .subtitle("ADP-Glo, 10 µM ATP, 384 wells, 60 min")
                .caption("Open symbols: single wells; closed: mean ± SD of 3; line: four-parameter logistic fit with "
                        + "its 95 % confidence band; dotted: IC₅₀. Zero dose is the vehicle, left of the axis break.")
                .simulated(true);
        return Plot.of(heading, curves()).size(600, 300).figure();
    }

    static Figure withResiduals() {
        Random noise = new Random(3);
        Panel residuals = Panel.of(dose(), Axis.linear("residual", "%")).add(Rule.horizontal(0, ""));
        for (int series = 0; series < 2; series++) {
            List<Point> points = new ArrayList<>();
            for (double x : DOSES) {
                noise.doubles(3).forEach(u -> points.add(new Point(x, 12 * (u - 0.5))));
            }
            residuals = residuals.add(new Points(points, Style.series(series).markerSize(4.5)));
        }
        Heading heading =
                Heading.of("dose-response-residuals", "Fit and residuals").simulated(true);
        Grid grid = Grid.columns(1).sharing(Grid.Sharing.X).rowHeights(1.0, 0.4).letters();
        return Plot.of(heading, curves(), residuals).grid(grid).figure();
    }

    static Figure facets() {
        String[] names = {
            "defactinib", "VS-4718", "PF-562271", "TAE226", "GSK2256098", "ifebemtinib (IN10018), free base"
        };
        double[] ic50 = {0.6, 1.5, 1.5, 5.5, 0.4, 5.0};
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            Random noise = new Random(i);
            panels.add(Panel.of(Axis.log("concentration", "nM").zero("0"), Axis.linear("inhibition", "%"))
                    .title(names[i])
                    .addAll(curve("FAK", ic50[i], 1, 98, 0, noise).subList(0, 4))
                    .addAll(curve("Pyk2", ic50[i] * 14, 1, 95, 1, noise).subList(0, 4)));
        }
        Heading heading = Heading.of("facets", "Six inhibitors against both kinases")
                .caption("Mean ± SD of 3 wells and four-parameter fits.")
                .simulated(true);
        return Plot.of(heading, panels)
                .grid(Grid.columns(3).sharing(Grid.Sharing.BOTH).letters())
                .size(720, 170)
                .figure();
    }

    private static List<List<Well>> plate(int rows, int columns, double low, double high, long seed) {
        Random random = new Random(seed);
        List<List<Well>> wells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Well> line = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                double share = (double) column / (columns - 1);
                double value = low + (high - low) * (1 / (1 + Math.exp(8 * (share - 0.5))));
                line.add(well(value * (1 + 0.05 * random.nextGaussian()), random.nextDouble()));
            }
            wells.add(line);
        }
        return wells;
    }

    private static Well well(double reading, double chance) {
        if (chance < 0.008) {
            return new Well.Saturated();
        }
        if (chance < 0.016) {
            return new Well.Missing();
        }
        return chance < 0.028 ? new Well.Excluded(reading, "dispensing error") : new Well.Value(reading);
    }

    private static List<List<@Nullable WellRole>> roles(int rows, int columns) {
        List<List<@Nullable WellRole>> roles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<@Nullable WellRole> line = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                WellRole outer = row < rows / 2 ? WellRole.POSITIVE : WellRole.BLANK;
                line.add(column == 0 ? WellRole.VEHICLE : column == columns - 1 ? outer : null);
            }
            roles.add(line);
        }
        return roles;
    }

    static Figure plate384() {
        Heading heading = Heading.of("plate-384", "Plate FAK-1: raw luminescence")
                .caption("Each cell is one well; crossed wells are left out of the analysis.")
                .simulated(true);
        return PlateHeatMap.of(heading, "luminescence", "RLU", plate(16, 24, 41_000, 1_850_000, 11))
                .roles(roles(16, 24))
                .figure();
    }

    static Figure plate96() {
        Heading heading = Heading.of("plate-96-diverging", "Plate effect: deviation from the row and column medians");
        return PlateHeatMap.of(heading, "deviation", "%", plate(8, 12, -18, 16, 4))
                .colours(ColourMap.DIVERGING)
                .figure();
    }

    static Figure plate1536() {
        return PlateHeatMap.of(
                        Heading.of("plate-1536", "A 1,536-well plate"), "signal", "RFU", plate(32, 48, 0.1, 0.9, 5))
                .colours(ColourMap.VIRIDIS)
                .width(820)
                .figure();
    }

    static Figure forest() {
        List<Forest.Row> rows = List.of(
                Forest.Row.heading("FAK"),
                Forest.Row.of("defactinib, plate 1", 0.62, 0.55, 0.70, "0.62 (0.55 to 0.70)"),
                Forest.Row.of("defactinib, plate 2", 0.58, 0.44, 0.79, "0.58 (0.44 to 0.79)"),
                Forest.Row.heading("Pyk2"),
                Forest.Row.of("defactinib, plate 1", 5.6, 4.1, 7.9, "5.6 (4.1 to 7.9)")
                        .style(Style.series(1)),
                Forest.Row.of("VS-4718", 140, 60, Double.POSITIVE_INFINITY, "140 (60 to ∞)")
                        .style(Style.series(1)),
                Forest.Row.of("inactive analogue", 1000, 1000, Double.POSITIVE_INFINITY, "> 1,000")
                        .style(Style.series(1).marker(Marker.ARROW_RIGHT)),
                Forest.Row.undetermined("negative control", "not determined: flat curve"));
        return Forest.of(
                        Heading.of("forest", "IC₅₀ of both kinases with 95 % profile-likelihood intervals")
                                .caption("Arrows: the interval runs beyond the axis or is unbounded."),
                        Axis.log("IC₅₀", "nM"),
                        rows)
                .reference(10, "lowest useful")
                .column("IC₅₀ (nM)")
                .figure();
    }

    static Figure survival() {
        List<Point> vehicle = List.of(
                new Point(0, 1),
                new Point(14, 0.9),
                new Point(18, 0.7),
                new Point(21, 0.4),
                new Point(25, 0.2),
                new Point(30, 0));
        List<Point> treated = List.of(
                new Point(0, 1),
                new Point(22, 0.9),
                new Point(31, 0.8),
                new Point(38, 0.55),
                new Point(52, 0.45),
                new Point(60, 0.45));
        List<Span> band = List.of(
                new Span(0, 1, 1),
                new Span(22, 0.72, 1),
                new Span(31, 0.55, 0.95),
                new Span(38, 0.3, 0.8),
                new Span(60, 0.2, 0.7));
        Style a = Style.series(0);
        Style b = Style.series(1);
        Panel panel = Panel.of(
                        Axis.linear("days since randomisation", "d"),
                        Axis.linear("surviving fraction", "").limits(0, 1.02))
                .add(Band.steps(band, b, "defactinib + anti-PD-1"))
                .add(new Steps(vehicle, a, "vehicle"))
                .add(new Steps(treated, b, "defactinib + anti-PD-1"))
                .add(new Points(
                        List.of(new Point(45, 0.55), new Point(58, 0.45)),
                        b.marker(Marker.TICK).markerSize(9)))
                .add(Note.at(12, 0.1, "log-rank P = 0.0013"));
        return Plot.of(Heading.of("survival", "Survival"), panel).size(560, 240).figure();
    }

    static Figure categories() {
        List<String> arms =
                List.of("vehicle", "defactinib 25 mg/kg", "anti-PD-1", "defactinib + anti-PD-1", "gemcitabine");
        Random random = new Random(2);
        List<Point> points = new ArrayList<>();
        List<Interval> means = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            double centre = 900 - 150 * arm;
            double[] values =
                    random.doubles(8).map(u -> centre * (0.7 + 0.6 * u)).toArray();
            for (int i = 0; i < values.length; i++) {
                points.add(new Point(arm - 0.14 + 0.04 * i, values[i]));
            }
            double mean = DoubleStream.of(values).average().orElseThrow();
            means.add(new Interval(arm, mean, mean * 0.88, mean * 1.12));
        }
        Panel panel = Panel.of(
                        Axis.categories("", arms),
                        Axis.linear("tumour volume on day 21", "mm³").including(0.0))
                .add(new Bars(
                        means.stream()
                                .map(m -> Bars.Bar.category((int) m.x(), m.value()))
                                .toList(),
                        Style.of(Palette.SKY).opacity(0.45),
                        ""))
                .add(new Points(points, Style.of(Palette.BLUE).faint()))
                .add(new Means(means, Style.of(Palette.BLACK)));
        return Plot.of(Heading.of("categories", "Tumour volume by arm").simulated(true), panel)
                .size(480, 240)
                .figure();
    }

    static Figure histogramAndGates() {
        Random random = new Random(9);
        List<Bars.Bar> bins = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            bins.add(new Bars.Bar(i * 0.25, (i + 1) * 0.25, 0, 12_000 * Math.exp(-Math.pow(i - 11, 2) / 30)));
        }
        List<Point> cells = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            cells.add(new Point(
                    Math.pow(10, 3 + 0.5 * random.nextGaussian()), Math.pow(10, 3.5 + 0.4 * random.nextGaussian())));
        }
        Panel histogram = Panel.of(
                        Axis.linear("log₁₀ intensity", ""),
                        Axis.linear("events", "").including(0.0))
                .title("Histogram")
                .add(new Bars(bins, Style.of(Palette.GREEN).opacity(0.7), ""))
                .add(Rule.vertical(2.8, "median"))
                .add(Rug.x(random.doubles(60).map(u -> 1 + 4 * u).boxed().toList(), Style.of(Palette.BLACK)));
        Panel gates = Panel.of(Axis.log("CD8-APC", "a.u."), Axis.log("CellTrace Violet", "a.u."))
                .title("Gate")
                .add(new Points(cells, Style.of(Palette.BLUE).markerSize(2.5).opacity(0.5)))
                .add(Area.rectangle(1e3, 1e4, 1e3, 2e4, Style.of(Palette.VERMILLION)))
                .add(Note.at(3000, 15_000, "CD8⁺ 48.2 %"));
        return Plot.of(Heading.of("histogram-gates", "Histogram and gate"), histogram, gates)
                .grid(Grid.columns(2).letters())
                .size(660, 220)
                .figure();
    }

    static Figure offScale() {
        Panel panel = Panel.of(
                        Axis.log("concentration", "M").limits(1e-10, 1e-5),
                        Axis.linear("signal", "RLU").limits(0, 2e6))
                .add(new Line(
                        Point.of(new double[] {1e-10, 1e-8, 1e-6, 1e-5}, new double[] {1e5, 1e6, 2.4e6, 1.8e6}),
                        Style.series(0),
                        "a compound with a rather long name that needs wrapping"))
                .add(new Means(
                        List.of(
                                new Interval(1e-9, 4e5, 2e5, Double.POSITIVE_INFINITY),
                                new Interval(1e-8, 2.5e6, 2e6, 3e6),
                                new Interval(1e-4, 1e6, 9e5, 1.1e6)),
                        Style.series(0)));
        return Plot.of(
                        Heading.of(
                                        "off-scale",
                                        "Values beyond the axes stay visible, and a long title wraps onto a second "
                                                + "line instead of running out of the figure")
                                .simulated(true),
                        panel)
                .size(480, 200)
                .figure();
    }
}
