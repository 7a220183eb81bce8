package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** Series names with samples of their marks, in rows above the panels. */
final class Legend {
    private static final TextStyle STYLE = TextStyle.LABEL;
    private static final double SAMPLE = 24;
    private static final double GAP = 6;
    private static final double ENTRY_GAP = 18;
    private static final double ROW = 17;

    /** One entry and where it starts. */
    private record Entry(Series series, String name, double x, int row) {}

    private final List<Entry> entries = new ArrayList<>();
    private final int rows;

    Legend(List<Series> series, double left, double width) {
        double x = left;
        int row = 0;
        for (Series one : series) {
            List<String> lines = STYLE.wrap(one.key(), width - SAMPLE - GAP);
            String name = lines.size() < 2 ? one.key() : lines.getFirst() + "…";
            double needed = SAMPLE + GAP + STYLE.width(name);
            if (x > left && x + needed > left + width) {
                x = left;
                row++;
            }
            entries.add(new Entry(one, name, x, row));
            x += needed + ENTRY_GAP;
        }
        this.rows = series.isEmpty() ? 0 : row + 1;
    }

    double height() {
        return rows == 0 ? 0 : rows * ROW + 4;
    }

    void paint(Canvas canvas, double top) {
        for (Entry entry : entries) {
            double y = top + entry.row() * ROW + ROW / 2;
            entry.series().samples().forEach(layer -> sample(canvas, layer, entry.x(), y));
            double baseline = y + STYLE.middleToBaseline();
            canvas.text(entry.x() + SAMPLE + GAP, baseline, entry.name(), Note.Anchor.START, STYLE);
        }
    }

    private static void sample(Canvas canvas, Layer layer, double x, double y) {
        Style style = Series.style(layer);
        Rect box = new Rect(x, y - 5, SAMPLE, 10);
        switch (layer) {
            case Line _, Steps _ -> canvas.line(x, y, x + SAMPLE, y, Ink.line(style));
            case Points _, Means _ -> MarkerPainter.paint(canvas, x + SAMPLE / 2, y, style);
            case Band _ -> canvas.rect(box, Ink.fill(style.colour()).fillOpacity(0.16));
            case Bars _ ->
                canvas.rect(
                        new Rect(x + 6, y - 5, 12, 10), Ink.fill(style.colour()).fillOpacity(style.opacity()));
            case Area _ ->
                canvas.rect(box, Ink.fill(style.colour()).fillOpacity(0.08).stroked(style.colour(), style.lineWidth()));
            case Rule _, DropLine _, Rug _, Note _, Raster _ -> {}
        }
    }
}
