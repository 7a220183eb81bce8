package org.kindlin.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plate seen from above, one coloured cell per well, with a colour bar and a key to everything else it shows.
 *
 * @param quantity what the colours mean ("luminescence")
 * @param wells rows of wells, all of the same length; 8 x 12, 16 x 24 and 32 x 48 are usual, others are drawn too
 * @param roles outlines of control wells, in the same shape; null for a sample well, empty for no outlines
 * @param limits values at the ends of the colours; the extremes of the readings when null; readings beyond take
 *     the colour of the nearest end
 */
public record PlateHeatMap(
        Heading heading,
        String quantity,
        String unit,
        List<List<Well>> wells,
        List<List<@Nullable WellRole>> roles,
        ColourMap colours,
        @Nullable Range limits,
        double widthPx) {

    public PlateHeatMap {
        wells = wells.stream().map(List::copyOf).toList();
        if (wells.isEmpty()
                || wells.getFirst().isEmpty()
                || wells.stream().map(List::size).distinct().count() != 1) {
            throw new IllegalArgumentException("a plate has rows of wells, all of the same length");
        }
    }

    /** A heat map in cividis, 640 pixels wide. */
    public static PlateHeatMap of(Heading heading, String quantity, String unit, List<List<Well>> wells) {
        return new PlateHeatMap(heading, quantity, unit, wells, List.of(), ColourMap.CIVIDIS, null, 640);
    }

    public PlateHeatMap roles(List<List<@Nullable WellRole>> outlines) {
        return new PlateHeatMap(heading, quantity, unit, wells, outlines, colours, limits, widthPx);
    }

    public PlateHeatMap colours(ColourMap map) {
        return new PlateHeatMap(heading, quantity, unit, wells, roles, map, limits, widthPx);
    }

    public PlateHeatMap limits(double low, double high) {
        return new PlateHeatMap(heading, quantity, unit, wells, roles, colours, new Range(low, high), widthPx);
    }

    public PlateHeatMap width(double pixels) {
        return new PlateHeatMap(heading, quantity, unit, wells, roles, colours, limits, pixels);
    }

    /** Letters of a row counted from 0: A to Z, then AA, AB, ... */
    public static String rowName(int row) {
        String last = String.valueOf((char) ('A' + row % 26));
        return row < 26 ? last : rowName(row / 26 - 1) + last;
    }

    int rowCount() {
        return wells.size();
    }

    int columnCount() {
        return wells.getFirst().size();
    }

    @Nullable
    WellRole role(int row, int column) {
        boolean given = row >= 0
                && row < roles.size()
                && column >= 0
                && column < roles.get(row).size();
        return given ? roles.get(row).get(column) : null;
    }

    /** Draws the figure. */
    public Figure figure() {
        return new PlatePainter(this).figure();
    }
}
