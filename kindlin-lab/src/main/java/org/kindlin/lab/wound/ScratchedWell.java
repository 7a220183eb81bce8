package org.kindlin.lab.wound;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.numerics.random.RandomStream;

/** The cells of one well: sheets that move into the gaps between them, and single cells within the gaps. */
final class ScratchedWell {
    private static final double REACH = 0.9; // of the spacing: sheets have no holes, however they shear
    private static final double PACE = 0.12;
    private static final double TILT = 0.03;
    private static final double BORDER = 1; // of the spacing: sheets overlap where they begin and where they meet
    private static final int STEPS = 16;

    private final ScratchSettings settings;
    private final double velocity;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Seed> loose = new ArrayList<>();
    private final Warp warp;

    ScratchedWell(ScratchSettings settings, double velocity, RandomStream random) {
        this.settings = settings;
        this.velocity = velocity;
        this.warp = Warp.of(settings.width(), settings.height(), settings.spacing(), random.child("warp"));
        double share = settings.width() / (double) settings.gaps();
        for (int gap = 0; gap < settings.gaps(); gap++) {
            add(gap * share, (gap + 1) * share, random.child(gap));
        }
    }

    /** A gap in the middle between two columns, and the sheets on both sides. */
    private void add(double from, double to, RandomStream random) {
        double spacing = settings.spacing();
        int height = settings.height();
        double shift = (to - from) * random.nextUniform(-0.05, 0.05);
        double tilt = random.nextUniform(-TILT, TILT);
        Edge.Line left = border((from + to) / 2 + shift - settings.gapWidth() / 2, tilt, random.child("left"));
        Edge.Line right = border((from + to) / 2 + shift + settings.gapWidth() / 2, tilt, random.child("right"));
        double begin = (from < 1 ? -2 * spacing : from) - BORDER * spacing;
        double end = (to > settings.width() - 1 ? settings.width() + 2 * spacing : to) + BORDER * spacing;
        double far = velocity * settings.interval() * settings.frames() * (1 + 4 * PACE) + 2 * spacing;
        RandomStream cells = random.child("cells");
        edges.add(new Edge(
                Edge.lattice(begin - far, to, height, spacing, left, 1, cells.child(1)),
                1,
                begin,
                row -> (left.column(row) + right.column(row)) / 2 + BORDER * spacing,
                Wave.of(height, PACE, random.child("pace left"))));
        edges.add(new Edge(
                Edge.lattice(from, end + far, height, spacing, right, -1, cells.child(-1)),
                -1,
                end,
                row -> (left.column(row) + right.column(row)) / 2 - BORDER * spacing,
                Wave.of(height, PACE, random.child("pace right"))));
        RandomStream single = random.child("loose");
        for (int k = 0; k < settings.loose(); k++) {
            double y = single.nextUniform(0, height);
            double width = right.column(y) - left.column(y);
            double x = left.column(y) + width * single.nextUniform(0.1, 0.9);
            loose.add(new Seed(x, y, single.nextUniform(-1, 1)));
        }
    }

    private Edge.Line border(double middle, double tilt, RandomStream random) {
        Wave wave = Wave.of(settings.height(), settings.roughness(), random);
        return row -> middle + tilt * (row - settings.height() / 2.0) + wave.at(row);
    }

    /** The cells after so many hours. */
    CellRaster after(double hours) {
        List<Seed> cells = new ArrayList<>(loose);
        for (Edge edge : edges) {
            cells.addAll(edge.after(velocity * hours));
        }
        return raster(cells);
    }

    /** When half of the gap that is there at the beginning is closed, in hours; infinite where that is after 10,000 h. */
    double halfTime() {
        double half = after(0).open() / 2.0;
        double low = 0;
        double high = 1;
        while (after(high).open() > half) {
            low = high;
            high *= 2;
            if (high > 10_000) {
                return Double.POSITIVE_INFINITY;
            }
        }
        for (int i = 0; i < 16; i++) {
            double middle = (low + high) / 2;
            if (after(middle).open() > half) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /**
     * How fast the painted edges advance, in pixels per hour: the slope of what each sheet covers over its height, as if the other
     * side were not there, until on average the two would meet. It is a little above the velocity of the cells: an
     * edge is the envelope of its cells, and uneven pace bends it.
     */
    double edgeVelocity() {
        double end = Math.min(
                settings.interval() * Math.max(1, settings.frames() - 1.0), settings.gapWidth() / (2 * velocity));
        double slope = 0;
        for (int step = 0; step < STEPS; step++) {
            double hours = end * step / (STEPS - 1);
            double fromMiddle = step / (STEPS - 1.0) - 0.5;
            for (Edge edge : edges) {
                slope += fromMiddle * covered(edge, hours);
            }
        }
        double squares = STEPS * (STEPS + 1.0) / (12 * (STEPS - 1.0));
        return slope / squares / end / (settings.height() * edges.size());
    }

    /** Pixels covered by a sheet alone, away from its far end, where cells come into sight one by one. */
    private int covered(Edge edge, double hours) {
        int end = (int)
                Math.clamp(Math.rint(edge.origin() + edge.direction() * 2 * settings.spacing()), 0, settings.width());
        CellRaster sheet = raster(edge.alone(velocity * hours));
        return edge.direction() > 0 ? sheet.covered(end, settings.width()) : sheet.covered(0, end);
    }

    CellRaster raster(List<Seed> cells) {
        return CellRaster.of(
                cells, settings.width(), settings.height(), REACH * settings.spacing(), PhaseContrast.HALO, warp);
    }

    /** A sheet without a gap. */
    CellRaster sheet(RandomStream random) {
        double far = 2 * settings.spacing();
        return raster(
                Edge.lattice(-far, settings.width() + far, settings.height(), settings.spacing(), _ -> 1e9, 1, random));
    }

    /** Single cells all over the frame, about a fifth of it. */
    CellRaster sparse(RandomStream random) {
        double body = Math.PI * REACH * REACH * settings.spacing() * settings.spacing();
        int count = (int) (settings.width() * settings.height() * random.nextUniform(0.15, 0.3) / body);
        List<Seed> cells = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            cells.add(new Seed(
                    random.nextUniform(0, settings.width()),
                    random.nextUniform(0, settings.height()),
                    random.nextUniform(-1, 1)));
        }
        return raster(cells);
    }
}
