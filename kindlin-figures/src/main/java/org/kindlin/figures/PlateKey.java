package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The key below a plate: patterns of wells without a plain reading, and outlines of roles; only those that occur. */
record PlateKey(Canvas canvas, WellPainter wells) {
    private static final double SWATCH = 13;
    private static final double ROW = 18;
    private static final double GAP = 16;

    /** A swatch and its name. */
    private record Entry(String name, Consumer<Rect> swatch) {}

    /** Draws the key and says where it ends. */
    double paint(Set<Class<? extends Well>> kinds, List<WellRole> roles, double left, double top, double width) {
        List<Entry> entries = new ArrayList<>();
        roles.forEach(role -> entries.add(new Entry(role.name(), box -> outline(box, role))));
        addPattern(entries, kinds, new Well.Excluded(Double.NaN, ""), "excluded");
        addPattern(entries, kinds, new Well.Saturated(), "saturated");
        addPattern(entries, kinds, new Well.Missing(), "missing");
        double x = left;
        double y = top;
        for (Entry entry : entries) {
            double needed = SWATCH + 5 + TextStyle.LABEL.width(entry.name());
            if (x > left && x + needed > width - FigureFrame.PAD) {
                x = left;
                y += ROW;
            }
            entry.swatch().accept(new Rect(x, y, SWATCH, SWATCH));
            double baseline = y + SWATCH / 2 + TextStyle.LABEL.middleToBaseline();
            canvas.text(x + SWATCH + 5, baseline, entry.name(), Note.Anchor.START, TextStyle.LABEL);
            x += needed + GAP;
        }
        return entries.isEmpty() ? top - 8 : y + ROW;
    }

    private void addPattern(List<Entry> entries, Set<Class<? extends Well>> kinds, Well example, String name) {
        if (kinds.contains(example.getClass())) {
            entries.add(new Entry(name, box -> wells.paint(box, example)));
        }
    }

    private void outline(Rect box, WellRole role) {
        canvas.rect(
                box.grown(-1),
                Ink.fill(Colour.hex("#E3E6EA")).stroked(role.colour(), 1.7).dash(role.dash()));
    }
}
