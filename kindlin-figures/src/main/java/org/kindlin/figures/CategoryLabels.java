package org.kindlin.figures;

import java.util.List;
import java.util.stream.IntStream;

/** Tick labels below a horizontal axis: on one line where they fit, else wrapped into their slots, else turned. */
record CategoryLabels(ScaledAxis axis, List<List<String>> lines, boolean turned) {
    private static final TextStyle STYLE = TextStyle.TICK;
    private static final double GAP = 6;
    private static final int MOST_LINES = 3;
    private static final double LONGEST_TURNED = 120;

    static CategoryLabels of(ScaledAxis axis) {
        List<Tick> ticks = AxisPainter.labels(axis);
        List<List<String>> single =
                ticks.stream().map(tick -> List.of(tick.label())).toList();
        if (!(axis.axis().transform() instanceof CategoryTransform) || ticks.size() < 2) {
            return new CategoryLabels(axis, single, false);
        }
        double slot = Math.abs(axis.at(1) - axis.at(0)) - GAP;
        boolean wordsFit = ticks.stream()
                .flatMap(tick -> RichText.words(tick.label()).stream())
                .allMatch(word -> STYLE.width(word) <= slot);
        List<List<String>> wrapped =
                ticks.stream().map(tick -> STYLE.wrap(tick.label(), slot)).toList();
        if (wordsFit && wrapped.stream().allMatch(lines -> lines.size() <= MOST_LINES)) {
            return new CategoryLabels(axis, wrapped, false);
        }
        List<List<String>> turned = ticks.stream()
                .map(tick -> STYLE.wrap(tick.label(), LONGEST_TURNED).stream()
                        .limit(1)
                        .toList()) // none of a blank label
                .toList();
        return new CategoryLabels(axis, turned, true);
    }

    double height() {
        if (turned) {
            return lines.stream()
                    .flatMap(List::stream)
                    .mapToDouble(STYLE::width)
                    .max()
                    .orElse(0);
        }
        return lines.stream().mapToInt(List::size).max().orElse(1) * STYLE.lineHeight();
    }

    void paint(Canvas canvas, double top) {
        List<Tick> ticks = AxisPainter.labels(axis);
        IntStream.range(0, ticks.size())
                .forEach(i -> label(canvas, axis.at(ticks.get(i).value()), top, lines.get(i)));
    }

    private void label(Canvas canvas, double x, double top, List<String> label) {
        if (turned) {
            label.forEach(
                    line -> canvas.turnedText(x + STYLE.middleToBaseline(), top, 90, line, Note.Anchor.END, STYLE));
            return;
        }
        double baseline = top + STYLE.size() * 0.8;
        for (String line : label) {
            canvas.text(x, baseline, line, Note.Anchor.MIDDLE, STYLE);
            baseline += STYLE.lineHeight();
        }
    }
}
