package org.kindlin.lab.adhesion;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.lab.optics.Illumination;
import org.kindlin.lab.optics.Noise;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.random.RandomStream;

/**
 * A cell by total internal reflection: elongated adhesions that rise, stay and fall, {@code ln I = c - ka max(0, t1 - t) - kd
 * max(0, t - t2)}, on an uneven ground, blurred by the point spread function, bleaching all the while.
 */
final class AdhesionCell {
    private static final double UNEVEN = 0.25;
    private static final double GROUND_GRAIN = 6;
    private static final double GROUND_DEVIATION = 0.06;

    /** One adhesion; angle in radians, lengths as standard deviations in pixels. */
    private record Spot(
            double x, double y, double length, double width, double angle, double top, double rise, double fall) {

        double at(int column, int row) {
            double dx = column - x;
            double dy = row - y;
            double u = (dx * StrictMath.cos(angle) + dy * StrictMath.sin(angle)) / length;
            double v = (dy * StrictMath.cos(angle) - dx * StrictMath.sin(angle)) / width;
            return StrictMath.exp(-0.5 * (u * u + v * v));
        }
    }

    private final AdhesionSettings settings;
    private final TurnoverCondition condition;
    private final List<Spot> spots = new ArrayList<>();
    private final List<float[]> shapes = new ArrayList<>();
    private final float[] ground;

    AdhesionCell(AdhesionSettings settings, TurnoverCondition condition, RandomStream random) {
        this.settings = settings;
        this.condition = condition;
        int side = settings.side();
        double pitch = settings.pitch();
        int across = (int) Math.ceil(Math.sqrt(settings.adhesions()));
        double mean = random.nextUniform(0, Math.PI);
        for (int k = 0; k < settings.adhesions(); k++) {
            int line = k / across;
            spots.add(spot((k % across + 0.5) * pitch, (line + 0.5) * pitch, mean, random.child(k)));
        }
        for (Spot spot : spots) {
            float[] shape = new float[side * side];
            for (int i = 0; i < shape.length; i++) {
                int row = i / side;
                shape[i] = (float) spot.at(i % side, row);
            }
            shapes.add(blurred(shape));
        }
        ground = Noise.smooth(side, side, GROUND_GRAIN, random.child("ground"));
        for (int i = 0; i < ground.length; i++) {
            ground[i] = (float) (settings.ground() * Math.max(0.2, 1 + GROUND_DEVIATION * ground[i]));
        }
        Illumination.uneven(1, UNEVEN, random.child("light")).light(ground, side, side);
    }

    /** Rises within the film's first part, so that both phases are seen. */
    private Spot spot(double x, double y, double mean, RandomStream random) {
        double duration = settings.duration();
        double stay = random.nextUniform(0.05, 0.12) * duration;
        double rise = duration * random.nextUniform(0.33, 0.42);
        double shift = 0.08 * settings.pitch();
        return new Spot(
                x + random.nextUniform(-shift, shift),
                y + random.nextUniform(-shift, shift),
                random.nextUniform(3.5, 6),
                random.nextUniform(1.2, 1.8),
                mean + 0.35 * random.nextGaussian(),
                settings.top() * random.nextUniform(0.8, 1.3),
                rise,
                rise + stay);
    }

    private float[] blurred(float[] picture) {
        return GaussianFilter.smooth(picture, settings.side(), settings.side(), settings.psf(), settings.psf());
    }

    /** Electrons of every pixel at a time. */
    float[] light(double minutes) {
        double left = StrictMath.exp(-settings.bleaching() * minutes);
        float[] light = ground.clone();
        for (int k = 0; k < spots.size(); k++) {
            Spot spot = spots.get(k);
            double log = -condition.assembly() * Math.max(0, spot.rise() - minutes)
                    - condition.disassembly() * Math.max(0, minutes - spot.fall());
            add(light, shapes.get(k), settings.isStill() ? spot.top() : spot.top() * StrictMath.exp(log));
        }
        for (int i = 0; i < light.length; i++) {
            light[i] *= (float) left;
        }
        return light;
    }

    /** The second channel of a still: so many times as bright in adhesions, the ground its own. */
    float[] second(double ratio, RandomStream random) {
        float[] light = Noise.smooth(settings.side(), settings.side(), GROUND_GRAIN, random);
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) (0.7 * settings.ground() * Math.max(0.2, 1 + GROUND_DEVIATION * light[i]));
        }
        for (int k = 0; k < spots.size(); k++) {
            add(light, shapes.get(k), ratio * spots.get(k).top());
        }
        return light;
    }

    private static void add(float[] light, float[] shape, double factor) {
        for (int i = 0; i < light.length; i++) {
            light[i] += (float) (factor * shape[i]);
        }
    }
}
