package org.kindlin.figures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Draws a plate heat map: wells, row and column names, role outlines, colour bar, key. */
final class PlatePainter {
    private static final double ROW_NAMES = 22;
    private static final double BAR_GAP = 18;
    private static final double BAR_WIDTH = 14;
    private static final double SHORTEST_BAR = 120;
    private static final double SMALLEST_CELL = 3;
    private static final double LARGEST_CELL = 40;
    private static final double LEAST_FOR_NAME = 8.5;

    private final PlateHeatMap plate;
    private final Range colourRange;
    private final ColourBar bar;
    private final double cell;
    private final double left;
    private final double top;
    private final TextStyle names;
    private final FigureFrame frame;
    private final Canvas canvas = new Canvas();
    private final WellPainter wells;

    PlatePainter(PlateHeatMap plate) {
        this.plate = plate;
        this.frame = new FigureFrame(plate.heading(), plate.widthPx());
        this.colourRange = plate.limits() == null ? extremes(plate) : plate.limits();
        this.bar = new ColourBar(plate.colours(), colourRange, title(plate));
        this.cell = cell(plate, bar);
        this.names = TextStyle.TICK.size(Math.clamp(cell * 0.72, 6.5, 10));
        this.left = FigureFrame.PAD + ROW_NAMES;
        this.top = frame.bodyTop() + 18;
        this.wells = new WellPainter(canvas, plate.colours(), colourRange);
    }

    Figure figure() {
        names();
        for (int row = 0; row < plate.rowCount(); row++) {
            for (int column = 0; column < plate.columnCount(); column++) {
                well(row, column);
            }
        }
        new RoleOutlines(canvas, plate, left, top, cell).paint();
        double right = left + cell * plate.columnCount();
        double height = barHeight(plate, cell);
        bar.paint(canvas, new Rect(right + BAR_GAP, top, BAR_WIDTH, height));
        double bottom =
                new PlateKey(canvas, wells).paint(kinds(), rolesUsed(), left, top + height + 12, plate.widthPx());
        return frame.finish(canvas, bottom);
    }

    /** The largest wells that leave room for the colour bar; its labels depend on the height, so on the wells again. */
    private static double cell(PlateHeatMap plate, ColourBar bar) {
        double cell = LARGEST_CELL;
        for (int pass = 0; pass < 4; pass++) {
            double beside = ROW_NAMES + BAR_GAP + BAR_WIDTH + bar.roomBeside(barHeight(plate, cell));
            double room = plate.widthPx() - 2 * FigureFrame.PAD - beside;
            cell = Math.clamp(room / plate.columnCount(), SMALLEST_CELL, cell);
        }
        return cell;
    }

    private static double barHeight(PlateHeatMap plate, double cell) {
        return Math.max(cell * plate.rowCount(), SHORTEST_BAR);
    }

    private static String title(PlateHeatMap plate) {
        return plate.unit().isEmpty() ? plate.quantity() : plate.quantity() + " (" + plate.unit() + ")";
    }

    private void well(int row, int column) {
        Well well = plate.wells().get(row).get(column);
        canvas.open(describe(row, column, well));
        wells.paint(new Rect(left + column * cell, top + row * cell, cell, cell), well);
        canvas.close();
    }

    private String describe(int row, int column, Well well) {
        @Nullable WellRole role = plate.role(row, column);
        String place = PlateHeatMap.rowName(row) + (column + 1) + (role == null ? "" : ", " + role.name()) + ": ";
        return place
                + switch (well) {
                    case Well.Value value -> reading(value.reading());
                    case Well.Missing _ -> "missing";
                    case Well.Saturated _ -> "saturated";
                    case Well.Excluded excluded -> "excluded (" + excluded.reason() + ")";
                };
    }

    private String reading(double value) {
        return Numerals.significant(value, 4) + (plate.unit().isEmpty() ? "" : " " + plate.unit());
    }

    private void names() {
        int columnStep = step(names.width("48") + 6);
        for (int column = 0; column < plate.columnCount(); column++) {
            if (column % columnStep == 0) {
                double x = left + (column + 0.5) * cell;
                canvas.text(x, top - 5, Integer.toString(column + 1), Note.Anchor.MIDDLE, names);
            }
        }
        int rowStep = step(Math.max(LEAST_FOR_NAME, names.size()));
        for (int row = 0; row < plate.rowCount(); row += rowStep) {
            double y = top + (row + 0.5) * cell + names.middleToBaseline();
            canvas.text(left - 5, y, PlateHeatMap.rowName(row), Note.Anchor.END, names);
        }
    }

    /** Every how many wells a name of a size fits. */
    private int step(double size) {
        return (int) Math.ceil(size / cell - 1e-9);
    }

    private Set<Class<? extends Well>> kinds() {
        Set<Class<? extends Well>> kinds = new LinkedHashSet<>();
        plate.wells().forEach(row -> row.forEach(well -> kinds.add(well.getClass())));
        return kinds;
    }

    private List<WellRole> rolesUsed() {
        Set<WellRole> used = new LinkedHashSet<>();
        for (int row = 0; row < plate.rowCount(); row++) {
            for (int column = 0; column < plate.columnCount(); column++) {
                @Nullable WellRole role = plate.role(row, column);
                if (role != null) {
                    used.add(role);
                }
            }
        }
        return new ArrayList<>(used);
    }

    private static Range extremes(PlateHeatMap plate) {
        DoubleStream values = plate.wells().stream()
                .flatMap(List::stream)
                .flatMapToDouble(
                        well -> well instanceof Well.Value v ? DoubleStream.of(v.reading()) : DoubleStream.empty());
        Range range = Range.of(values, new Range(0, 1));
        boolean symmetric = plate.colours() == ColourMap.DIVERGING && range.low() < 0 && range.high() > 0;
        double largest = Math.max(-range.low(), range.high());
        return symmetric ? new Range(-largest, largest) : range;
    }
}
