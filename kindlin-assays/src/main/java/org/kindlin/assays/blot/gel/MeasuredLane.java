package org.kindlin.assays.blot.gel;

import java.util.List;
import org.kindlin.numerics.statistics.Descriptive;

/** A lane with its profile and bands, from the top. */
public record MeasuredLane(LaneProfile profile, List<Band> bands) {
    private static final double BORDER = 2; // pixels
    private static final double WIDE = 6; // 1 to 4 in gels and blots at hand

    public MeasuredLane {
        bands = List.copyOf(bands);
    }

    /** Whether it is so wide for the thickness of its bands that it may be several lanes which touch. */
    public boolean isWide() {
        double[] rows = bands.stream()
                .mapToDouble(band -> band.end() - band.start() + 1.0)
                .toArray();
        return rows.length > 0 && lane().width() > WIDE * Descriptive.median(rows);
    }

    /** Whether it reaches a side of the picture, so that a part of it may lie beyond. */
    public boolean isAtBorder(int pictureWidth) {
        double middle = lane().pictureHeight() / 2.0;
        double half = lane().width() / 2 + BORDER;
        return lane().centreAt(middle) - half < 0 || lane().centreAt(middle) + half > pictureWidth - 1;
    }

    public Lane lane() {
        return profile.lane();
    }
}
