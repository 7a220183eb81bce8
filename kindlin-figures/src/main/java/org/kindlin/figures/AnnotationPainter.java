package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** Writes the texts of reference lines, drop lines and notes where they cover least of what is drawn. */
final class AnnotationPainter {
    private static final TextStyle TEXT = TextStyle.LABEL.size(9.5);
    private static final double GAP = 4;

    private final Canvas canvas;
    private final ScaledAxis x;
    private final ScaledAxis y;
    private final Rect area;
    private final LabelField field;

    AnnotationPainter(Canvas canvas, ScaledAxis x, ScaledAxis y, Rect area, LabelField field) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
        this.area = area;
        this.field = field;
    }

    void paint(Layer layer) {
        switch (layer) {
            case Rule rule -> rule(rule);
            case DropLine drop
            when x.side(drop.from().x()) == 0 ->
                write(
                        drop.label(),
                        drop.style().colour().legible(),
                        besides(x.at(drop.from().x()), drop.label(), false));
            case Note note -> note(note);
            default -> {}
        }
    }

    private void rule(Rule rule) {
        boolean across = rule.direction() == Rule.Direction.HORIZONTAL;
        if ((across ? y : x).side(rule.value()) != 0) {
            return;
        }
        List<Rect> places =
                across ? along(y.at(rule.value()), rule.label()) : besides(x.at(rule.value()), rule.label(), true);
        write(rule.label(), rule.style().colour().legible(), places);
    }

    /** Places above and below a horizontal line, from its left end to its right. */
    private List<Rect> along(double py, String label) {
        List<Rect> places = new ArrayList<>();
        double width = TEXT.width(label);
        double room = Math.max(0, area.width() - width - 2 * GAP);
        for (double share : new double[] {0, 1, 0.5, 0.25, 0.75}) {
            double left = area.x() + GAP + share * room;
            places.add(new Rect(left, py - TEXT.lineHeight() - 1, width, TEXT.lineHeight()));
            places.add(new Rect(left, py + 1, width, TEXT.lineHeight()));
        }
        return places;
    }

    /** Places right and left of an upright line, from the top down or from the axis up. */
    private List<Rect> besides(double px, String label, boolean fromTop) {
        List<Rect> places = new ArrayList<>();
        double width = TEXT.width(label);
        double height = TEXT.lineHeight();
        int rows = (int) Math.max(1, Math.min(12, area.height() / height - 1));
        for (int row = 0; row < rows; row++) {
            double top = fromTop ? area.y() + 2 + row * height : area.bottom() - GAP - (row + 1) * height;
            places.add(new Rect(px + GAP, top, width, height));
            places.add(new Rect(px - GAP - width, top, width, height));
        }
        return places;
    }

    private void note(Note note) {
        if (!note.at().isDefined()
                || x.side(note.at().x()) != 0
                || y.side(note.at().y()) != 0) {
            return;
        }
        double width = TEXT.width(note.text());
        double share = switch (note.anchor()) {
            case START -> 0;
            case MIDDLE -> 0.5;
            case END -> 1;
        };
        double left = x.at(note.at().x()) - share * width;
        double inside = Math.clamp(left, area.x() + 1, Math.max(area.x() + 1, area.right() - width - 1));
        double top = y.at(note.at().y()) - TEXT.lineHeight() / 2;
        List<Rect> places = new ArrayList<>();
        for (int step : new int[] {0, -1, 1, -2, 2}) {
            places.add(new Rect(inside, top + step * TEXT.lineHeight(), width, TEXT.lineHeight()));
        }
        write(note.text(), note.colour(), places);
    }

    private void write(String label, Colour colour, List<Rect> places) {
        if (label.isBlank()) {
            return;
        }
        Rect place = field.place(places);
        double baseline = place.centreY() + TEXT.middleToBaseline();
        canvas.haloText(place.x(), baseline, label, TEXT.colour(colour));
    }
}
