package org.kindlin.figures;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Draws a matrix heat map: cells with their numbers, names, titles, colour bar. */
final class MatrixPainter {
    private static final double BAR_GAP = 18;
    private static final double BAR_WIDTH = 14;
    private static final double TITLE = 20;
    private static final double NAME_GAP = 6;
    private static final double LARGEST_CELL_WIDTH = 86;
    private static final double LARGEST_CELL_HEIGHT = 34;
    private static final double SHORTEST_BODY = 150;
    /** Below this luminance white print is easier to read than black. */
    private static final double DARK = 0.35;

    private final MatrixHeatMap matrix;
    private final FigureFrame frame;
    private final Range range;
    private final ColourBar bar;
    private final double left;
    private final double top;
    private final double cellWidth;
    private final double cellHeight;
    private final Canvas canvas = new Canvas();

    MatrixPainter(MatrixHeatMap matrix) {
        this.matrix = matrix;
        this.frame = new FigureFrame(matrix.heading(), matrix.widthPx());
        this.range = range(matrix);
        String title = matrix.unit().isEmpty() ? matrix.quantity() : matrix.quantity() + " (" + matrix.unit() + ")";
        this.bar = new ColourBar(matrix.colours(), range, title);
        double names = matrix.rows().names().stream()
                .mapToDouble(TextStyle.TICK::width)
                .max()
                .orElse(0);
        this.left = FigureFrame.PAD + TITLE + names + NAME_GAP;
        this.top = frame.bodyTop() + 4;
        int rowCount = matrix.rows().names().size();
        this.cellHeight = Math.max(LARGEST_CELL_HEIGHT, SHORTEST_BODY / rowCount);
        double beside = BAR_GAP + BAR_WIDTH + bar.roomBeside(cellHeight * rowCount) + FigureFrame.PAD;
        double room = matrix.widthPx() - left - beside;
        this.cellWidth =
                Math.min(LARGEST_CELL_WIDTH, room / matrix.columns().names().size());
    }

    Figure figure() {
        int rowCount = matrix.rows().names().size();
        int columnCount = matrix.columns().names().size();
        Rect body = new Rect(left, top, cellWidth * columnCount, cellHeight * rowCount);
        for (int row = 0; row < rowCount; row++) {
            for (int column = 0; column < columnCount; column++) {
                cell(row, column, body);
            }
        }
        for (int row = 0; row < rowCount; row++) {
            for (int column = 0; column < columnCount; column++) {
                if (matrix.isMarked(row, column)) {
                    canvas.rect(place(row, column, body).grown(-1.2), Ink.stroke(Colour.TEXT, 1.8));
                }
            }
        }
        names(body);
        bar.paint(canvas, new Rect(body.right() + BAR_GAP, top, BAR_WIDTH, body.height()));
        return frame.finish(canvas, body.bottom() + NAME_GAP + TextStyle.TICK.lineHeight() + TITLE);
    }

    private Rect place(int row, int column, Rect body) {
        return new Rect(body.x() + column * cellWidth, body.bottom() - (row + 1) * cellHeight, cellWidth, cellHeight);
    }

    private void cell(int row, int column, Rect body) {
        OptionalDouble value = matrix.values().get(row).get(column);
        Rect box = place(row, column, body);
        canvas.open(
                matrix.rows().names().get(row) + ", " + matrix.columns().names().get(column) + ": "
                        + (value.isEmpty() ? "none" : Numerals.significant(value.getAsDouble(), 4)));
        if (value.isEmpty()) {
            canvas.rect(box, Ink.fill(Colour.GRID).stroked(Colour.WHITE, 1));
        } else {
            Colour colour = matrix.colours().at((value.getAsDouble() - range.low()) / (range.high() - range.low()));
            canvas.rect(box, Ink.fill(colour).stroked(Colour.WHITE, 1));
            TextStyle style = TextStyle.LABEL.colour(colour.luminance() < DARK ? Colour.WHITE : Colour.TEXT);
            double baseline = box.centreY() + style.middleToBaseline();
            canvas.text(box.centreX(), baseline, number(value.getAsDouble()), Note.Anchor.MIDDLE, style);
        }
        canvas.close();
    }

    private String number(double value) {
        return Numerals.decimal(value, matrix.decimals());
    }

    private void names(Rect body) {
        List<String> rows = matrix.rows().names();
        for (int row = 0; row < rows.size(); row++) {
            double y = place(row, 0, body).centreY() + TextStyle.TICK.middleToBaseline();
            canvas.text(left - NAME_GAP, y, rows.get(row), Note.Anchor.END, TextStyle.TICK);
        }
        double below = body.bottom() + NAME_GAP + TextStyle.TICK.size();
        List<String> columns = matrix.columns().names();
        for (int column = 0; column < columns.size(); column++) {
            double x = place(0, column, body).centreX();
            canvas.text(x, below, columns.get(column), Note.Anchor.MIDDLE, TextStyle.TICK);
        }
        AxisPainter.titleBelow(
                canvas,
                body.centreX(),
                below + TITLE - 2,
                List.of(matrix.columns().title()));
        AxisPainter.titleLeft(
                canvas, FigureFrame.PAD, body.centreY(), List.of(matrix.rows().title()));
    }

    /** The extremes; even about zero where colours have a middle. */
    private static Range range(MatrixHeatMap matrix) {
        DoubleStream values = matrix.values().stream().flatMap(List::stream).flatMapToDouble(OptionalDouble::stream);
        Range range = Range.of(values, new Range(0, 1));
        if (matrix.colours() == ColourMap.DIVERGING) {
            double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
            return largest == 0 ? new Range(-1, 1) : new Range(-largest, largest);
        }
        return range.low() < range.high() ? range : new Range(range.low() - 0.5, range.low() + 0.5);
    }
}
