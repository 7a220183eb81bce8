package org.kindlin.assays.event.gating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.column.ColumnKernel;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.scale.ArcsinhScale;
import org.kindlin.numerics.scale.ClampedScale;
import org.kindlin.numerics.scale.HyperlogScale;
import org.kindlin.numerics.scale.LinearScale;
import org.kindlin.numerics.scale.LogScale;
import org.kindlin.numerics.scale.LogicleScale;
import org.kindlin.numerics.scale.Scale;

/**
 * Thresholds, grids and tables decide as the definition does: every event is also placed by the scale itself and asked
 * after one by one. Events lie on vertices, on edges, one step beside them, and where numbers end.
 */
class QuickGatesTest {
    /** Enough for polygons to have a grid or edges in single precision. */
    private static final int MANY = 8192;

    private static final int FEW = 1000;
    private static final int ROUNDS = 40;

    private static final List<Optional<Scale>> SCALES = List.of(
            Optional.empty(),
            Optional.of(new LinearScale(262144, 1000)),
            Optional.of(new LogScale(262144, 4.5)),
            Optional.of(new ArcsinhScale(262144, 4.5, 0)),
            Optional.of(new LogicleScale(262144, 0.5, 4.5, 0)),
            Optional.of(new LogicleScale(1000, 1, 4, 0.5)),
            Optional.of(new HyperlogScale(262144, 0.5, 4.5, 0)),
            Optional.of(new ClampedScale(new LogicleScale(262144, 0.5, 4.5, 0), 0.2, 0.7)));

    /** Two channels of a file, drawn on some scale each, and gates over them. */
    private record Case(double[] x, double[] y, Optional<Scale> xScale, Optional<Scale> yScale, List<Gate> gates) {
        static double place(Optional<Scale> scale, double value) {
            return scale.map(s -> s.apply(value)).orElse(value);
        }

        double[] event(int i) {
            return new double[] {place(xScale, x[i]), place(yScale, y[i])};
        }

        Map<String, Population> populations(ColumnKernel kernel) {
            Faults faults = new Faults();
            Map<String, Transformation> scales = new HashMap<>();
            xScale.ifPresent(s -> scales.put("x", new Transformation.OnScale("x", s)));
            yScale.ifPresent(s -> scales.put("y", new Transformation.OnScale("y", s)));
            GatingDocument document = new GatingDocument(gates, scales, Map.of());
            return Gating.bind(document, file(x, y), Optional.empty(), kernel, "", faults)
                    .orElseThrow()
                    .populations();
        }
    }

    private static FcsDataSet file(double[] x, double[] y) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FcsWriter.write(
                    List.of(
                            new FcsWriter.Channel("X", "", 262144, new Column.Doubles(x)),
                            new FcsWriter.Channel("Y", "", 262144, new Column.Doubles(y))),
                    Map.of(),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FcsReader.read(out.toByteArray(), new Findings("", ReadingMode.LENIENT))
                .getFirst();
    }

    private static Dimension dimension(String name, Optional<Scale> scale) {
        Dimension channel = Dimension.of(name.toUpperCase(Locale.ROOT));
        return scale.isPresent() ? channel.on(name) : channel;
    }

    /** A place such as a person draws at: over the scale's range and somewhat beyond, often a round number. */
    private static double place(RandomStream random, Optional<Scale> scale) {
        double place = random.nextUniform(-0.3, 1.3);
        double round = random.nextInt(3) == 0 ? Math.rint(place * 10) / 10 : place;
        return scale.isPresent() ? round : Math.rint(round * 262144);
    }

    private static double value(RandomStream random, Optional<Scale> scale, double place) {
        double value = scale.map(s -> s.invert(place)).orElse(place);
        return switch (random.nextInt(4)) {
            case 0 -> Math.nextUp(value);
            case 1 -> Math.nextDown(value);
            case 2 -> (float) value;
            default -> value;
        };
    }

    private static final double[] ODD = {
        0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e300,
        -1e300,
        1e39,
        -1e39,
        1e-300,
        -1e-40
    };

    private static Case random(RandomStream random, int events) {
        Optional<Scale> xScale = SCALES.get(random.nextInt(SCALES.size()));
        Optional<Scale> yScale = SCALES.get(random.nextInt(SCALES.size()));
        List<Gate.Vertex> vertices = new ArrayList<>();
        int corners = random.nextInt(3) == 0 ? 3 : 4 + random.nextInt(9);
        for (int v = 0; v < corners; v++) {
            vertices.add(new Gate.Vertex(place(random, xScale), place(random, yScale)));
        }
        double[] x = new double[events];
        double[] y = new double[events];
        for (int i = 0; i < events; i++) {
            Gate.Vertex from = vertices.get(random.nextInt(vertices.size()));
            Gate.Vertex to = vertices.get((vertices.indexOf(from) + 1) % vertices.size());
            double along = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            double px = random.nextInt(3) == 0 ? place(random, xScale) : from.x() + along * (to.x() - from.x());
            double py = random.nextInt(3) == 0 ? place(random, yScale) : from.y() + along * (to.y() - from.y());
            x[i] = random.nextInt(50) == 0 ? ODD[random.nextInt(ODD.length)] : value(random, xScale, px);
            y[i] = random.nextInt(50) == 0 ? ODD[random.nextInt(ODD.length)] : value(random, yScale, py);
        }
        return new Case(x, y, xScale, yScale, gates(random, xScale, yScale, vertices));
    }

    private static List<Gate> gates(
            RandomStream random, Optional<Scale> xScale, Optional<Scale> yScale, List<Gate.Vertex> vertices) {
        Dimension x = dimension("x", xScale);
        Dimension y = dimension("y", yScale);
        Gate.Vertex a = vertices.get(0);
        Gate.Vertex b = vertices.get(1);
        double sizeX = xScale.isPresent() ? 0.01 : 1e9;
        double sizeY = yScale.isPresent() ? 0.01 : 1e9;
        double joint = random.nextUniform(-0.9, 0.9) * Math.sqrt(sizeX * sizeY);
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        // The second vertex lies on the ellipse, as nearly as doubles can tell.
        double distance = (dx * dx * sizeY - 2 * joint * dx * dy + dy * dy * sizeX) / (sizeX * sizeY - joint * joint);
        return List.of(
                new Gate.Polygon("polygon", Optional.empty(), x, y, vertices),
                new Gate.Rectangle(
                        "rectangle",
                        Optional.empty(),
                        List.of(
                                new Gate.Range(x, Math.min(a.x(), b.x()), Math.max(a.x(), b.x())),
                                new Gate.Range(y, Math.min(a.y(), b.y()), Double.POSITIVE_INFINITY))),
                new Gate.Ellipsoid(
                        "ellipsoid",
                        Optional.empty(),
                        List.of(x, y),
                        new double[] {a.x(), a.y()},
                        new double[][] {{sizeX, joint}, {joint, sizeY}},
                        Math.max(distance, 1e-3)));
    }

    @Test
    void everyEventIsWhereTheDefinitionPutsIt() {
        RandomStream random = RandomStream.ofSeed(20);
        int inside = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Case gated = random(random, round % 2 == 0 ? MANY : FEW);
            Map<String, Population> populations =
                    gated.populations(round % 4 < 2 ? ColumnKernel.fastest() : ColumnKernel.plain());
            for (Gate gate : gated.gates()) {
                Membership members =
                        Objects.requireNonNull(populations.get(gate.id())).members();
                List<String> misplaced = new ArrayList<>();
                for (int i = 0; i < members.events(); i++) {
                    if (members.contains(i) != contains(gate, gated.event(i))) {
                        misplaced.add(gated.x[i] + ", " + gated.y[i]);
                    }
                }
                assertThat(misplaced)
                        .as("%s on %s, %s", gate, gated.xScale, gated.yScale)
                        .isEmpty();
                inside += members.count();
            }
        }
        assertThat(inside).isBetween(ROUNDS * MANY / 4, ROUNDS * MANY * 5 / 4);
    }

    /** The definition of each gate, of places on its axes. */
    private static boolean contains(Gate gate, double[] p) {
        return switch (gate) {
            case Gate.Polygon polygon -> new PolygonRegion(polygon.vertices()).contains(p[0], p[1]);
            case Gate.Rectangle rectangle ->
                isWithin(rectangle.ranges().get(0), p[0])
                        && isWithin(rectangle.ranges().get(1), p[1]);
            case Gate.Ellipsoid ellipsoid -> isWithin(ellipsoid, p);
            case Gate.Quadrants _, Gate.SetOperation _ -> throw new AssertionError(gate);
        };
    }

    private static boolean isWithin(Gate.Range range, double place) {
        return place >= range.min() && (place < range.max() || range.max() == Double.POSITIVE_INFINITY);
    }

    private static boolean isWithin(Gate.Ellipsoid gate, double[] p) {
        double[][] inverse = EllipsoidForm.of(gate.covariance()).orElseThrow();
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            double row = inverse[i][0] * (p[0] - gate.mean()[0]) + inverse[i][1] * (p[1] - gate.mean()[1]);
            sum += row * (p[i] - gate.mean()[i]);
        }
        return sum <= gate.distanceSquare();
    }
}
