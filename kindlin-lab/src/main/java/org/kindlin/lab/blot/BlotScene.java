package org.kindlin.lab.blot;

import java.util.Arrays;
import java.util.List;
import org.kindlin.lab.optics.Camera;
import org.kindlin.numerics.random.RandomStream;

/**
 * The light of a simulated blot before a camera sees it: lanes that may lean and bow, bands that may tilt and smile, a ground.
 *
 * @param bow columns by which a lane's middle lies farther right half-way down than at its ends
 * @param lean columns by which it lies farther right at the foot than at the top
 * @param tilt rows by which bands lie lower at a lane's right edge than at its middle
 * @param smile rows by which they lie lower at both edges
 * @param ground beneath the bands
 * @param lanes from the left
 */
public record BlotScene(
        int width, int height, double bow, double lean, double tilt, double smile, Ground ground, List<Lane> lanes) {
    private static final double EDGE = 1.5;

    public BlotScene {
        lanes = List.copyOf(lanes);
    }

    /**
     * Light without bands.
     *
     * @param level everywhere
     * @param slope from the left to the right and half of it from the top to the foot, added to the level
     * @param smear of each lane, as a part of its strongest band: highest a third of the way down, falling slowly
     */
    public record Ground(double level, double slope, double smear) {}

    /** A lane by the column of its middle, half of its width, and its bands. */
    public record Lane(double centre, double halfWidth, List<Band> bands) {
        public Lane {
            bands = List.copyOf(bands);
        }

        double strongest() {
            return bands.stream().mapToDouble(Band::height).max().orElse(0);
        }
    }

    /**
     * A band.
     *
     * @param row of its top at the lane's middle
     * @param height light at its top
     * @param above Gaussian width towards the top of the picture
     * @param below Gaussian width towards its foot
     */
    public record Band(double row, double height, double above, double below) {
        double at(double y) {
            double z = (y - row) / (y < row ? above : below);
            return height * StrictMath.exp(-0.5 * z * z);
        }

        /** Rows times height. */
        double area() {
            return height * Math.sqrt(Math.PI / 2) * (above + below);
        }
    }

    /** The picture as a camera takes it: a unit of light is one count. */
    public short[] photograph(Camera camera, RandomStream random) {
        float[] light = new float[width * height];
        double[] columns = new double[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(columns, 0);
            for (Lane lane : lanes) {
                add(lane, y, columns);
            }
            for (int x = 0; x < width; x++) {
                double below = ground.level + ground.slope * (x / (double) width + 0.5 * y / height);
                light[y * width + x] = (float) ((below + columns[x]) * camera.gain());
            }
        }
        return camera.expose(light, random);
    }

    private void add(Lane lane, int y, double[] columns) {
        double t = y / (double) height - 0.5;
        double middle = lane.centre + bow * (1 - 4 * t * t) + lean * t;
        double fall = (y / (double) height - 0.33) / 0.3;
        double smear = ground.smear * lane.strongest() * StrictMath.exp(-0.5 * fall * fall);
        double reach = lane.halfWidth + 12 * EDGE;
        for (int x = (int) Math.max(0, middle - reach); x < Math.min(width, middle + reach); x++) {
            double u = (x - middle) / lane.halfWidth;
            double across = across(x - middle, lane.halfWidth);
            double row = y - tilt * u - smile * u * u;
            double sum = smear;
            for (Band band : lane.bands) {
                sum += band.at(row);
            }
            columns[x] += across * sum;
        }
    }

    private static double across(double offset, double halfWidth) {
        return 1 / (1 + StrictMath.exp((Math.abs(offset) - halfWidth) / EDGE));
    }

    /** The volume of a band in units of light: its area times the lane's effective width. */
    public static double volume(Lane lane, Band band) {
        double e = lane.halfWidth / EDGE;
        return band.area() * 2 * EDGE * (e + StrictMath.log1p(StrictMath.exp(-e)));
    }
}
