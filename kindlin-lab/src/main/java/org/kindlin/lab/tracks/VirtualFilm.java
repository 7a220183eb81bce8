package org.kindlin.lab.tracks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.image.tiff.TiffWriter;
import org.kindlin.assays.input.RawFile;
import org.kindlin.lab.LabFile;
import org.kindlin.numerics.motion.PersistentWalk;
import org.kindlin.numerics.motion.Trajectory;
import org.kindlin.numerics.motion.WalkSimulation;
import org.kindlin.numerics.random.RandomStream;

/**
 * A film of bright nuclei on persistent random walks, as a camera of 16 bits sees them: Gaussian nuclei, a sloping ground, shot
 * noise and the camera's own. Cells that leave the field are gone from it.
 *
 * @param name of the condition
 * @param walks of the cells, without an error of localisation
 * @param minutes between frames
 */
record VirtualFilm(String name, List<Trajectory> walks, double[][] starts, double minutes) {
    /** Side of the field in pixels of one micrometre. */
    static final int SIDE = 240;

    private static final double SIGMA = 3.5;
    private static final int REACH = 16;
    private static final double LIGHT = 900;
    private static final double GROUND = 400;
    private static final double SLOPE = 80;
    private static final double OFFSET = 100;
    private static final double READ_NOISE = 4;
    private static final double SECONDS = 60;

    static VirtualFilm of(MotilityCondition condition, int cells, int frames, double minutes, RandomStream random) {
        PersistentWalk walk = new PersistentWalk(condition.speed(), condition.persistence(), 0, 2);
        List<Trajectory> walks = new ArrayList<>();
        double[][] starts = new double[cells][];
        for (int cell = 0; cell < cells; cell++) {
            RandomStream own = random.child(cell);
            walks.add(WalkSimulation.of(walk, frames - 1, minutes, own));
            starts[cell] = new double[] {own.nextUniform(REACH, SIDE - REACH), own.nextUniform(REACH, SIDE - REACH)};
        }
        return new VirtualFilm(condition.name(), walks, starts, minutes);
    }

    /** The film, and a table of where the cells truly were. */
    List<LabFile> files(RandomStream random) {
        int frames = walks.getFirst().size();
        List<short[]> pages = new ArrayList<>();
        StringBuilder csv = new StringBuilder(
                "# " + RawFile.SIMULATED_MARK + ": true positions in the film\ntrack,frame,x_px,y_px\n");
        for (int frame = 0; frame < frames; frame++) {
            double[] light = ground();
            for (int cell = 0; cell < walks.size(); cell++) {
                double x = starts[cell][0] + walks.get(cell).position()[frame][0];
                double y = starts[cell][1] + walks.get(cell).position()[frame][1];
                if (x >= 0 && y >= 0 && x <= SIDE - 1.0 && y <= SIDE - 1.0) {
                    draw(light, x, y);
                    csv.append(String.format(Locale.ROOT, "%d,%d,%.3f,%.3f\n", cell + 1, frame, x, y));
                }
            }
            pages.add(camera(light, random.child(frame)));
        }
        byte[] film = TiffWriter.stack(SIDE, SIDE, pages, 1, minutes * SECONDS, RawFile.SIMULATED_MARK);
        return List.of(
                new LabFile("film-" + name + ".tif", film),
                LabFile.ofText("film-" + name + "-truth.csv", csv.toString()));
    }

    private static double[] ground() {
        double[] light = new double[SIDE * SIDE];
        for (int i = 0; i < light.length; i++) {
            int column = i % SIDE;
            light[i] = GROUND + SLOPE * column / SIDE;
        }
        return light;
    }

    private static void draw(double[] light, double x, double y) {
        for (int row = (int) Math.max(0, y - REACH); row <= Math.min(SIDE - 1, y + REACH); row++) {
            for (int column = (int) Math.max(0, x - REACH); column <= Math.min(SIDE - 1, x + REACH); column++) {
                double square = (column - x) * (column - x) + (row - y) * (row - y);
                light[row * SIDE + column] += LIGHT * StrictMath.exp(-0.5 * square / (SIGMA * SIGMA));
            }
        }
    }

    private static short[] camera(double[] light, RandomStream random) {
        short[] samples = new short[light.length];
        for (int i = 0; i < samples.length; i++) {
            double counts = random.nextPoisson(light[i]) + random.nextGaussian(OFFSET, READ_NOISE);
            samples[i] = (short) Math.clamp(Math.round(counts), 0, 65_535);
        }
        return samples;
    }
}
