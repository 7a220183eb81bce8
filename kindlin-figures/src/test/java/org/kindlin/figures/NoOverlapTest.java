package org.kindlin.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text of any figure covers another or leaves the page. */
class NoOverlapTest {
    private static final List<Grid.Sharing> SHARING = List.of(Grid.Sharing.values());

    static Stream<String> names() {
        return Gallery.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void inTheGallery(String name) {
        assertThat(SvgTexts.faults(Gallery.figure(name))).isEmpty();
    }

    @Test
    void inPlotsWithRandomRangesAndNames() {
        Random random = new Random(20);
        for (int run = 0; run < 400; run++) {
            Figure figure = randomPlot(random);
            assertThat(SvgTexts.faults(figure)).as("plot %d", run).isEmpty();
        }
    }

    @Test
    void inForestsWithRandomRows() {
        Random random = new Random(21);
        for (int run = 0; run < 200; run++) {
            List<Forest.Row> rows = new ArrayList<>();
            for (int row = 0; row < 1 + random.nextInt(12); row++) {
                double value = Math.pow(10, 6 * random.nextDouble() - 3);
                double high = random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : value * (1 + 4 * random.nextDouble());
                rows.add(Forest.Row.of(words(random, 8), value, value / 2, high, words(random, 6)));
            }
            Figure figure = Forest.of(Heading.of("f", words(random, 14)), Axis.log(words(random, 3), "nM"), rows)
                    .reference(1, "equal")
                    .column("estimate")
                    .figure();
            assertThat(SvgTexts.faults(figure)).as("forest %d", run).isEmpty();
        }
    }

    @Test
    void inPlatesOfAnyShape() {
        Random random = new Random(22);
        for (int run = 0; run < 60; run++) {
            int columns = 1 + random.nextInt(50);
            double scale = Math.pow(10, random.nextInt(12) - 4);
            List<List<Well>> wells = IntStream.range(0, 1 + random.nextInt(34))
                    .mapToObj(_ -> IntStream.range(0, columns)
                            .<Well>mapToObj(_ -> new Well.Value(scale * random.nextGaussian()))
                            .toList())
                    .toList();
            Figure figure = PlateHeatMap.of(Heading.of("p", words(random, 12)), words(random, 4), "RLU", wells)
                    .figure();
            assertThat(SvgTexts.faults(figure)).as("plate %d", run).isEmpty();
        }
    }

    private static Figure randomPlot(Random random) {
        int panels = 1 + random.nextInt(4);
        List<Panel> all = new ArrayList<>();
        boolean log = random.nextBoolean();
        for (int panel = 0; panel < panels; panel++) {
            Axis x = log ? Axis.log(words(random, 3), "nM").zero("vehicle") : Axis.linear(words(random, 3), "h");
            all.add(randomPanel(Panel.of(x, Axis.linear(words(random, 5), "%")).title(words(random, 6)), random));
        }
        Heading heading = Heading.of("p", words(random, 16))
                .subtitle(words(random, 20))
                .caption(words(random, 40))
                .simulated(random.nextBoolean());
        Grid grid = Grid.columns(1 + random.nextInt(3)).sharing(SHARING.get(random.nextInt(4)));
        return Plot.of(heading, all)
                .grid(random.nextBoolean() ? grid : grid.letters())
                .size(300 + random.nextInt(620), 140 + random.nextInt(200))
                .figure();
    }

    private static Panel randomPanel(Panel empty, Random random) {
        Panel panel = empty;
        double yScale = Math.pow(10, 10 * random.nextDouble() - 4);
        double offset = random.nextBoolean() ? 0 : yScale * 100 * random.nextGaussian();
        double from = Math.pow(10, 8 * random.nextDouble() - 5);
        double decades = 0.1 + 8 * random.nextDouble();
        for (int series = 0; series < 1 + random.nextInt(5); series++) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i <= 6; i++) {
                points.add(new Point(from * Math.pow(10, decades * i / 6), offset + yScale * random.nextGaussian()));
            }
            panel = panel.add(new Line(points, Style.series(series), series + " " + words(random, 3)));
        }
        return panel;
    }

    private static String words(Random random, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(_ -> "defactinibVS-6063".substring(0, 1 + random.nextInt(16)))
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}
