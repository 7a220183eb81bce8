package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.assays.image.tiff.TiffWriter;
import org.kindlin.assays.input.RawFile;
import org.kindlin.numerics.random.RandomStream;

/** Elongated spots that rise, stay and fall exponentially, on a ground with shot noise. */
final class SyntheticFilm {
    static final int SIDE = 200;
    static final int SPOTS = 16;
    static final double PIXEL = 0.1;
    static final double SECONDS = 20;
    private static final int FRAMES = 120;
    private static final double GROUND = 200;

    private SyntheticFilm() {}

    /** A film with these true rates per minute. */
    static RawFile film(String name, double assembly, double disassembly, long seed) {
        return film(name, assembly, disassembly, seed, -1, 1);
    }

    /** The same with one frame of another exposure. */
    static RawFile film(String name, double assembly, double disassembly, long seed, int exposed, double factor) {
        return file(name, pages(assembly, disassembly, seed, exposed, factor));
    }

    /** The same as a file for each frame, as a shell lists them. */
    static List<RawFile> frames(double assembly, double disassembly, long seed) {
        List<short[]> pages = pages(assembly, disassembly, seed, -1, 1);
        return IntStream.range(0, pages.size())
                .mapToObj(t -> file("frame" + t + ".tif", List.of(pages.get(t))))
                .sorted(Comparator.comparing(RawFile::path))
                .toList();
    }

    /** One of those frames, with a scale bar at the end of its range. */
    static RawFile withBar(double assembly, double disassembly, long seed, String name) {
        int frame = Integer.parseInt(name.replaceAll("\\D", ""));
        short[] page = pages(assembly, disassembly, seed, -1, 1).get(frame);
        for (int y = SIDE - 7; y < SIDE - 3; y++) {
            Arrays.fill(page, y * SIDE + 120, y * SIDE + 180, (short) 0xFFFF);
        }
        return file(name, List.of(page));
    }

    private static RawFile file(String name, List<short[]> pages) {
        return new RawFile(name, TiffWriter.stack(SIDE, SIDE, pages, PIXEL, SECONDS, RawFile.SIMULATED_MARK));
    }

    private static List<short[]> pages(double assembly, double disassembly, long seed, int exposed, double factor) {
        RandomStream random = RandomStream.ofSeed(seed);
        double[] top = new double[SPOTS];
        double[] rise = new double[SPOTS];
        double[] fall = new double[SPOTS];
        double[] angle = new double[SPOTS];
        for (int k = 0; k < SPOTS; k++) {
            top[k] = random.nextUniform(700, 1200);
            rise[k] = random.nextUniform(11, 14);
            fall[k] = rise[k] + random.nextUniform(3, 6);
            angle[k] = random.nextUniform(-1, 1);
        }
        List<short[]> pages = new ArrayList<>();
        for (int t = 0; t < FRAMES; t++) {
            double minutes = t * SECONDS / 60;
            short[] page = new short[SIDE * SIDE];
            for (int i = 0; i < page.length; i++) {
                double light = GROUND;
                for (int k = 0; k < SPOTS; k++) {
                    double log =
                            -assembly * Math.max(0, rise[k] - minutes) - disassembly * Math.max(0, minutes - fall[k]);
                    light += top[k] * Math.exp(log) * shape(i, k, angle[k]);
                }
                page[i] = (short) random.nextPoisson(t == exposed ? factor * light : light);
            }
            pages.add(page);
        }
        return pages;
    }

    private static double shape(int i, int k, double angle) {
        int row = i / SIDE;
        double dx = i % SIDE - (28 + k % 4 * 48);
        int line = k / 4;
        double dy = row - (28.0 + line * 48);
        if (Math.abs(dx) > 24 || Math.abs(dy) > 24) {
            return 0;
        }
        double u = (dx * Math.cos(angle) + dy * Math.sin(angle)) / 6;
        double v = (dy * Math.cos(angle) - dx * Math.sin(angle)) / 2;
        return Math.exp(-0.5 * (u * u + v * v));
    }
}
