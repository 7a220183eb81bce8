package org.kindlin.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final Axis Y = Axis.linear("inhibition", "%");

    private static Figure plot(Axis x, Axis y, Layer... layers) {
        Panel panel = Panel.of(x, y).addAll(List.of(layers));
        return Plot.of(Heading.of("p", "Title"), panel).figure();
    }

    private static List<String> texts(Figure figure) {
        return SvgTexts.of(figure).stream().map(SvgTexts.Box::text).toList();
    }

    @Test
    void simulatedDataSaysSoInTheFigureAndInItsDescription() {
        Panel panel = Panel.of(Axis.linear("x", ""), Y);
        Figure simulated = Plot.of(Heading.of("p", "T").simulated(true), panel).figure();
        assertThat(texts(simulated)).contains("SIMULATED DATA");
        assertThat(simulated.svg()).contains("<desc>Simulated data.");
        Figure measured = Plot.of(Heading.of("p", "T"), panel).figure();
        assertThat(measured.svg()).doesNotContainIgnoringCase("simulated");
        Heading heading = Heading.of("p", "").simulated(true);
        assertThat(texts(PlateHeatMap.of(heading, "q", "", List.of(List.of(new Well.Missing())))
                        .figure()))
                .contains("SIMULATED DATA");
        assertThat(texts(Forest.of(heading, Y, List.of(Forest.Row.of("a", 1, 0, 2, "1")))
                        .figure()))
                .contains("SIMULATED DATA");
    }

    /** A picture of 300 x 200 pixels is drawn half as wide again as it is tall, whatever its labels take of the width. */
    @Test
    void equalScalesKeepAPicturesShape() {
        Panel panel = Panel.of(
                        Axis.linear("column", "px").limits(0, 300),
                        Axis.linear("row", "px").limits(0, 200))
                .add(
                        Raster.png(
                                new Point(0, 0),
                                new Point(300, 200),
                                Base64.getDecoder()
                                        .decode(
                                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")));
        for (int columns = 1; columns <= 3; columns++) {
            String svg = Plot.of(Heading.of("p", "T"), Collections.nCopies(4, panel))
                    .grid(Grid.columns(columns))
                    .size(700, 100)
                    .equalScales()
                    .figure()
                    .svg();
            Matcher image = Pattern.compile("<image[^>]*width=\"([0-9.]+)\" height=\"([0-9.]+)\"")
                    .matcher(svg);
            assertThat(image.find()).as(svg).isTrue();
            double ratio = Double.parseDouble(image.group(1)) / Double.parseDouble(image.group(2));
            assertThat(ratio).isCloseTo(1.5, within(0.01));
        }
    }

    @Test
    void axesCarryTheirUnits() {
        assertThat(texts(plot(Axis.log("defactinib", "nM"), Y))).contains("defactinib (nM)", "inhibition (%)");
    }

    /** More categories than there is room for, as a waterfall of hundreds of patients has, their names left blank. */
    @Test
    void hundredsOfBlankCategoriesAreDrawn() {
        List<String> blank = Collections.nCopies(3000, "");
        assertThat(SvgTexts.faults(plot(Axis.categories("patients", blank), Y))).isEmpty();
    }

    @Test
    void anEmptyPlotIsStillAPlot() {
        Figure empty = plot(Axis.log("dose", "nM").zero("0"), Y, new Points(List.of(), Style.series(0), "none"));
        assertThat(SvgTexts.faults(empty)).isEmpty();
        assertThat(texts(empty)).contains("dose (nM)", "none");
    }

    @Test
    void valuesBeyondTheLimitsAreMarkedAtTheEdge() {
        Points beyond = new Points(List.of(new Point(5, 500), new Point(-3, 50)), Style.of(Palette.BLUE));
        Figure figure = plot(Axis.linear("x", "").limits(0, 10), Y.limits(0, 100), beyond);
        assertThat(figure.svg().split("fill=\"#FFFFFF\" stroke=\"#0072B2\"", -1))
                .hasSize(3);
        assertThat(figure.svg()).doesNotContain("<circle");
    }

    @Test
    void valuesWithoutAPlaceOnALogAxisAreMarkedNotDropped() {
        Points zero = new Points(List.of(new Point(0, 50), new Point(1, 50)), Style.of(Palette.BLUE));
        assertThat(plot(Axis.log("dose", "nM"), Y, zero).svg().split("Z\" fill=\"#FFFFFF\"", -1))
                .hasSize(2);
        assertThat(plot(Axis.log("dose", "nM").zero("0"), Y, zero).svg().split("<circle", -1))
                .hasSize(3);
    }

    @Test
    void numbersThatAreNoneBreakLinesAndHidePoints() {
        List<Point> points =
                List.of(new Point(1, 1), new Point(2, 2), new Point(3, Double.NaN), new Point(4, 4), new Point(5, 5));
        Figure figure =
                plot(Axis.linear("x", ""), Y, new Line(points, Style.series(0)), new Points(points, Style.series(0)));
        assertThat(figure.svg().split("stroke=\"#0072B2\"", -1)).hasSize(3);
        assertThat(figure.svg().split("<circle", -1)).hasSize(5);
    }

    @Test
    void unboundedBandsAndIntervalsStayInThePanel() {
        Band band = new Band(
                List.of(new Span(1, Double.NEGATIVE_INFINITY, 2), new Span(9, 1, Double.POSITIVE_INFINITY)),
                Style.series(1));
        Means mean = new Means(List.of(new Interval(5, 1.5, 1, Double.POSITIVE_INFINITY)), Style.series(0));
        Figure figure = plot(Axis.linear("x", ""), Y, band, mean);
        assertThat(figure.svg()).doesNotContain("NaN", "Infinity", "10000");
    }

    @Test
    void manySeriesGetALegendInstead() {
        Panel panel = Panel.of(Axis.linear("x", ""), Y);
        for (int i = 0; i < 40; i++) {
            panel = panel.add(new Line(List.of(new Point(0, i), new Point(1, i)), Style.series(i), "series " + i));
        }
        Figure figure = Plot.of(Heading.of("p", "T"), panel).figure();
        assertThat(SvgTexts.faults(figure)).isEmpty();
        assertThat(texts(figure)).contains("series 0", "series 39");
    }

    @Test
    void sharedAxesAreLabelledOnceAndSpanAllPanels() {
        Panel low = Panel.of(Axis.linear("x", "h"), Y)
                .add(new Line(List.of(new Point(0, 0), new Point(1, 10)), Style.series(0)));
        Panel high = Panel.of(Axis.linear("x", "h"), Y)
                .add(new Line(List.of(new Point(0, 0), new Point(9, 90)), Style.series(0)));
        Grid grid = Grid.columns(2).sharing(Grid.Sharing.BOTH);
        List<String> texts =
                texts(Plot.of(Heading.of("p", ""), low, high).grid(grid).figure());
        assertThat(texts).containsOnlyOnce("inhibition (%)", "80");
        assertThat(texts.stream().filter("8"::equals)).hasSize(2);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Y.zero("0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Axis.log("x", "").limits(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Y.limits(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(0, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Plot.of(Heading.of("p", ""))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Well.Value(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
