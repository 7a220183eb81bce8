package org.kindlin.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GeometryTest {
    private static final Rect AREA = new Rect(10, 20, 100, 50);

    @Test
    void clippedLinesStayInsideAndOnTheLine() {
        Random random = new Random(1);
        for (int run = 0; run < 5000; run++) {
            List<Point> line = List.of(anywhere(random), anywhere(random));
            for (List<Point> part : Clip.polyline(line, AREA)) {
                assertThat(part).allMatch(p -> AREA.grown(1e-9).contains(p.x(), p.y()));
                assertThat(part).allMatch(p -> Math.abs(cross(line.get(0), line.get(1), p)) < 1e-6);
            }
        }
    }

    @Test
    void aLineThroughTheAreaIsCutAtItsEdges() {
        assertThat(Clip.polyline(List.of(new Point(-54, 45), new Point(202, 45)), AREA))
                .containsExactly(List.of(new Point(10, 45), new Point(110, 45)));
        assertThat(Clip.polyline(List.of(new Point(0, 0), new Point(200, 0)), AREA))
                .isEmpty();
        assertThat(Clip.polyline(
                        List.of(new Point(20, 30), new Point(20, 0), new Point(60, 0), new Point(60, 30)), AREA))
                .hasSize(2);
    }

    @Test
    void clippedPolygonsStayInside() {
        Random random = new Random(2);
        for (int run = 0; run < 2000; run++) {
            List<Point> corners = List.of(anywhere(random), anywhere(random), anywhere(random));
            assertThat(Clip.polygon(corners, AREA))
                    .allMatch(p -> AREA.grown(1e-6).contains(p.x(), p.y()));
        }
        List<Point> all = List.of(new Point(-9, -9), new Point(999, -9), new Point(999, 999), new Point(-9, 999));
        assertThat(Clip.polygon(all, AREA)).hasSize(4).contains(new Point(10, 20), new Point(110, 70));
    }

    private static Point anywhere(Random random) {
        return new Point(200 * random.nextDouble() - 40, 140 * random.nextDouble() - 30);
    }

    private static double cross(Point a, Point b, Point p) {
        return (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x());
    }

    @Test
    void spreadLabelsKeepOrderAndDistanceAndBounds() {
        Random random = new Random(3);
        for (int run = 0; run < 3000; run++) {
            List<Double> wanted = random.doubles(1 + random.nextInt(8))
                    .map(u -> 200 * u)
                    .boxed()
                    .toList();
            List<Double> placed = new ArrayList<>(LabelSpread.spread(wanted, 12, 0, 200));
            for (int i = 0; i < wanted.size(); i++) {
                for (int j = 0; j < wanted.size(); j++) {
                    assertThat(wanted.get(i) < wanted.get(j) && placed.get(i) >= placed.get(j))
                            .isFalse();
                }
            }
            Collections.sort(placed);
            for (int i = 1; i < placed.size(); i++) {
                assertThat(placed.get(i) - placed.get(i - 1)).isGreaterThan(12 - 1e-9);
            }
            assertThat(placed.getFirst()).isGreaterThanOrEqualTo(6);
            assertThat(placed.getLast()).isLessThanOrEqualTo(194 + 1e-9);
        }
    }

    @Test
    void labelsThatDoNotCollideStayWhereTheyAre() {
        assertThat(LabelSpread.spread(List.of(100.0, 20.0, 60.0), 12, 0, 200)).containsExactly(100.0, 20.0, 60.0);
        assertThat(LabelSpread.spread(List.of(50.0, 50.0), 12, 0, 200)).containsExactly(44.0, 56.0);
    }

    @Test
    void coloursRunFromEndToEndAndGrowLighter() {
        for (ColourMap map : List.of(ColourMap.CIVIDIS, ColourMap.VIRIDIS)) {
            double before = -1;
            for (int i = 0; i <= 100; i++) {
                double luminance = map.at(i / 100.0).luminance();
                assertThat(luminance).isGreaterThan(before);
                before = luminance;
            }
        }
        assertThat(ColourMap.CIVIDIS.at(-1).hex()).isEqualTo("#00224E");
        assertThat(ColourMap.CIVIDIS.at(2).hex()).isEqualTo("#FEE838");
        assertThat(ColourMap.DIVERGING.at(0.5).hex()).isEqualTo("#F7F7F7");
    }

    @Test
    void seriesTextIsLegibleOnWhite() {
        for (int i = 0; i < 7; i++) {
            assertThat(1.05 / (Palette.series(i).legible().luminance() + 0.05)).isGreaterThanOrEqualTo(4.5);
        }
        assertThat(Colour.BLACK.luminance()).isCloseTo(0, Offset.offset(1e-12));
        assertThat(Colour.WHITE.luminance()).isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void rowsAreNamedLikePlates() {
        assertThat(List.of(
                        PlateHeatMap.rowName(0),
                        PlateHeatMap.rowName(25),
                        PlateHeatMap.rowName(26),
                        PlateHeatMap.rowName(31)))
                .containsExactly("A", "Z", "AA", "AF");
    }
}
