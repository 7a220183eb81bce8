package org.kindlin.lab.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.lab.optics.Camera;
import org.kindlin.lab.optics.Illumination;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.random.RandomStream;

/**
 * The frames of a well.
 *
 * @param pages as the camera wrote them
 * @param open open pixels of each; negative where the frame cannot be measured
 */
record ScratchFilm(List<short[]> pages, List<Integer> open) {
    private static final double BLUR = 0.6;
    private static final double LAMP = 0.02; // how much the lamp wanders between frames
    private static final double FULL_8_BIT = 110;
    private static final double FULL_16_BIT = 20_000;
    static final int NOT_MEASURABLE = -1;

    static ScratchFilm of(ScratchedWell well, String name, ScratchSettings settings, RandomStream random) {
        double level = settings.bits() == 8 ? FULL_8_BIT : FULL_16_BIT;
        Camera camera = new Camera(settings.light() / level, level / 20, 5, settings.bits());
        Illumination light = Illumination.uneven(settings.light(), settings.unevenness(), random.child("light"));
        List<short[]> pages = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int frame = 1; frame <= settings.frames(); frame++) {
            Optional<Spoilt.Kind> fault = settings.fault(name, frame);
            RandomStream own = random.child("frame").child(frame);
            CellRaster cells = cells(well, fault, (frame - 1) * settings.interval(), random, own);
            float[] picture = picture(cells, fault, settings, random, own);
            light.times(lamp(fault, own)).light(picture, settings.width(), settings.height());
            pages.add(camera.expose(picture, own.child("camera")));
            open.add(fault.isPresent() ? NOT_MEASURABLE : cells.open());
        }
        return new ScratchFilm(pages, open);
    }

    private static CellRaster cells(
            ScratchedWell well, Optional<Spoilt.Kind> fault, double hours, RandomStream random, RandomStream own) {
        return switch (fault.orElse(Spoilt.Kind.DARK)) {
            case NO_WOUND -> well.sheet(random.child("sheet"));
            case NO_CELLS -> well.raster(List.of());
            case SPARSE -> well.sparse(own.child("sparse"));
            case OUT_OF_FOCUS, DARK, OVEREXPOSED -> well.after(hours);
        };
    }

    private static float[] picture(
            CellRaster cells,
            Optional<Spoilt.Kind> fault,
            ScratchSettings settings,
            RandomStream random,
            RandomStream own) {
        int width = settings.width();
        int height = settings.height();
        float[] picture =
                new PhaseContrast(settings.contrast(), BLUR).picture(cells, settings.spacing(), own.child("cells"));
        Dirt.specks(picture, width, height, settings.debris(), random.child("specks"));
        Dirt.shadows(picture, width, height, settings.unfocused(), settings.spacing(), own.child("shadows"));
        if (fault.isPresent() && fault.get() == Spoilt.Kind.OUT_OF_FOCUS) {
            double away = settings.spacing() * own.child("focus").nextUniform(0.4, 0.8);
            return GaussianFilter.smooth(picture, width, height, away, away);
        }
        return picture;
    }

    private static double lamp(Optional<Spoilt.Kind> fault, RandomStream own) {
        double usual = 1 + LAMP * own.child("lamp").nextGaussian();
        return switch (fault.orElse(Spoilt.Kind.OUT_OF_FOCUS)) {
            case DARK -> 0.001 * usual;
            case OVEREXPOSED -> 8 * usual;
            case OUT_OF_FOCUS, NO_WOUND, NO_CELLS, SPARSE -> usual;
        };
    }
}
