package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Components;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.statistics.Descriptive;

/** Finds adhesions: what stands out of the smooth ground of the cell by several deviations of the ground's own scatter. */
final class AdhesionFinder {
    private static final double FINE = 1;
    private static final double GROUND = 10;
    private static final double USUAL_AREA = 0.25;
    private static final int USUAL_PIXELS = 9;

    private AdhesionFinder() {}

    static List<Adhesion> find(ImagePlane plane, AdhesionData.Film film, AdhesionProtocol protocol) {
        int width = plane.width();
        int height = plane.height();
        float[] relief = relief(plane);
        double[] some = new double[relief.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = relief[i];
        }
        double threshold = Descriptive.median(some) + protocol.contrast() * Descriptive.scaledMad(some);
        Components parts = BitMask.above(relief, width, height, threshold).parts(true);
        double least = film.pixelSize().isPresent()
                ? protocol.leastArea().orElse(USUAL_AREA) / film.pixelArea()
                : protocol.leastArea().orElse(USUAL_PIXELS);
        List<Adhesion> adhesions = new ArrayList<>();
        int[][] members = members(parts);
        for (int part = 1; part <= parts.count(); part++) {
            if (parts.size()[part] >= Math.max(2, least)) {
                adhesions.add(Adhesion.of(members[part], width));
            }
        }
        return adhesions;
    }

    static float[] relief(ImagePlane plane) {
        float[] values = plane.values();
        float[] fine = GaussianFilter.smooth(values, plane.width(), plane.height(), FINE, FINE);
        float[] ground = GaussianFilter.smooth(values, plane.width(), plane.height(), GROUND, GROUND);
        for (int i = 0; i < fine.length; i++) {
            fine[i] -= ground[i];
        }
        return fine;
    }

    private static int[][] members(Components parts) {
        int[][] members = new int[parts.count() + 1][];
        int[] filled = new int[parts.count() + 1];
        for (int part = 1; part <= parts.count(); part++) {
            members[part] = new int[parts.size()[part]];
        }
        for (int i = 0; i < parts.label().length; i++) {
            int part = parts.label()[i];
            if (part > 0) {
                members[part][filled[part]++] = i;
            }
        }
        return members;
    }
}
