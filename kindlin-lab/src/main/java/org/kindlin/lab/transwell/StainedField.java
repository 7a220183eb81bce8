package org.kindlin.lab.transwell;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.lab.optics.Camera;
import org.kindlin.lab.optics.Illumination;
import org.kindlin.lab.optics.Noise;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.random.RandomStream;

/**
 * One field of a membrane.
 *
 * @param samples as the camera wrote them
 * @param count cells of which at least 15 % lie in the field
 */
record StainedField(short[] samples, int count) {
    private static final double SHOWN = 0.15;
    private static final double APART = 1.25; // radii between middles at least: cells do not lie on each other
    private static final double BLUR = 1;
    private static final double GROUND = 600; // electrons of a field without nuclei
    private static final double NUCLEUS = 2500;
    private static final double LAMP = 9000; // electrons of a clear membrane
    private static final double ABSORBANCE = 0.8;
    private static final double PORE = 0.05;
    private static final double EDGE = 0.12; // of the radius: how soft the border of a cell is

    /** A cell, its outline an ellipse with a wavy border. */
    private record Cell(
            double x, double y, double radius, double long2short, double angle, double phase, double stain) {

        /** Distance from the middle over that of the outline in the same direction. */
        double at(double px, double py) {
            double dx = px - x;
            double dy = py - y;
            double u = (dx * StrictMath.cos(angle) + dy * StrictMath.sin(angle)) / long2short;
            double v = (dy * StrictMath.cos(angle) - dx * StrictMath.sin(angle)) * long2short;
            double wave = 1 + 0.06 * StrictMath.sin(3 * StrictMath.atan2(v, u) + phase);
            return Math.sqrt(u * u + v * v) / (radius * wave);
        }
    }

    static StainedField of(double expected, MembraneSettings settings, RandomStream random) {
        int width = settings.width();
        int height = settings.height();
        List<Cell> cells = cells(expected, settings, random.child("cells"));
        float[] stain = new float[width * height];
        int count = 0;
        for (Cell cell : cells) {
            count += add(cell, stain, width, height) >= SHOWN ? 1 : 0;
        }
        float[] light = settings.isViolet() ? violet(stain, settings, random) : nuclei(stain);
        light = GaussianFilter.smooth(light, width, height, BLUR, BLUR);
        Illumination.uneven(1, settings.unevenness(), random.child("light")).light(light, width, height);
        Camera camera = new Camera(settings.isViolet() ? LAMP / 210 : NUCLEUS / 130, 8, 6, 8);
        return new StainedField(camera.expose(light, random.child("camera")), count);
    }

    /** Poisson in number on the field and a margin around it. */
    private static List<Cell> cells(double expected, MembraneSettings settings, RandomStream random) {
        double margin = 2 * settings.radius();
        double across = settings.width() + 2 * margin;
        double down = settings.height() + 2 * margin;
        long wanted = random.nextPoisson(expected * across * down / (settings.width() * (double) settings.height()));
        List<Cell> cells = new ArrayList<>();
        for (int attempt = 0; cells.size() < wanted && attempt < 50 * (wanted + 1); attempt++) {
            double x = random.nextUniform(-margin, settings.width() + margin);
            double y = random.nextUniform(-margin, settings.height() + margin);
            double least = APART * settings.radius();
            boolean isFree = cells.stream().allMatch(cell -> Math.hypot(cell.x() - x, cell.y() - y) >= least);
            if (isFree) {
                cells.add(new Cell(
                        x,
                        y,
                        settings.radius() * random.nextLogNormal(1, 0.08),
                        Math.sqrt(random.nextUniform(1, settings.isViolet() ? 1.5 : 1.3)),
                        random.nextUniform(0, Math.PI),
                        random.nextUniform(0, 2 * Math.PI),
                        random.nextLogNormal(1, 0.2)));
            }
        }
        return cells;
    }

    /** Stains a cell's pixels; the part of it that lies in the field. */
    private static double add(Cell cell, float[] stain, int width, int height) {
        double reach = 1.5 * cell.radius() * cell.long2short();
        int inside = 0;
        int all = 0;
        for (int y = (int) Math.floor(cell.y() - reach); y <= cell.y() + reach; y++) {
            for (int x = (int) Math.floor(cell.x() - reach); x <= cell.x() + reach; x++) {
                double at = cell.at(x, y);
                boolean isSeen = x >= 0 && x < width && y >= 0 && y < height;
                all += at <= 1 ? 1 : 0;
                inside += at <= 1 && isSeen ? 1 : 0;
                if (isSeen && at < 1 + 6 * EDGE) {
                    stain[y * width + x] += (float) (cell.stain() / (1 + StrictMath.exp((at - 1) / (EDGE / 2))));
                }
            }
        }
        return all == 0 ? 0 : inside / (double) all;
    }

    private static float[] nuclei(float[] stain) {
        float[] light = new float[stain.length];
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) (GROUND + NUCLEUS * stain[i]);
        }
        return light;
    }

    /** What the dye lets through, on a membrane with pores. */
    private static float[] violet(float[] stain, MembraneSettings settings, RandomStream random) {
        int width = settings.width();
        int height = settings.height();
        float[] membrane = Noise.smooth(width, height, 2, random.child("membrane"));
        float[] light = new float[stain.length];
        for (int i = 0; i < light.length; i++) {
            double absorbed = ABSORBANCE * Math.min(stain[i], 1.6) + 0.01 * membrane[i];
            light[i] = (float) (LAMP * StrictMath.exp(-absorbed));
        }
        RandomStream pores = random.child("pores");
        for (long k = pores.nextPoisson(settings.pores()); k > 0; k--) {
            double x = pores.nextUniform(0, width);
            double y = pores.nextUniform(0, height);
            double radius = settings.poreRadius();
            for (int row = (int) Math.max(0, y - radius - 2); row <= Math.min(height - 1, y + radius + 2); row++) {
                for (int column = (int) Math.max(0, x - radius - 2);
                        column <= Math.min(width - 1, x + radius + 2);
                        column++) {
                    double away = Math.hypot(column - x, row - y) - radius;
                    light[row * width + column] *= (float) (1 - PORE * StrictMath.exp(-away * away));
                }
            }
        }
        return light;
    }
}
