package org.kindlin.figures;

import java.util.List;

/**
 * A figure of one or more panels.
 *
 * <p>The width is kept, unless the panels would become too narrow to read; the height follows from the panel height, the titles, the labels and the caption, so that
 * nothing is ever squeezed.
 */
public record Plot(
        Heading heading, List<Panel> panels, Grid grid, Labels labels, double widthPx, double panelHeightPx) {
    private static final double LEAST_HEIGHT = 80;
    private static final double MOST_HEIGHT = 1400;

    /** Where the names of the series stand. */
    public enum Labels {
        /** At the ends of the lines where there is one column of panels and room, else in a legend. */
        AUTO,
        DIRECT,
        LEGEND,
        NONE
    }

    public Plot {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("a plot needs a panel");
        }
        if (!(widthPx >= 160) || !(panelHeightPx >= 40)) {
            throw new IllegalArgumentException("a plot needs at least 160 x 40 pixels");
        }
    }

    /** Panels below each other, 560 pixels wide, 280 high. */
    public static Plot of(Heading heading, Panel... panels) {
        return of(heading, List.of(panels));
    }

    /** Panels below each other, 560 pixels wide, 280 high. */
    public static Plot of(Heading heading, List<Panel> panels) {
        return new Plot(heading, panels, Grid.columns(1), Labels.AUTO, 560, 280);
    }

    public Plot grid(Grid other) {
        return new Plot(heading, panels, other, labels, widthPx, panelHeightPx);
    }

    public Plot labels(Labels other) {
        return new Plot(heading, panels, grid, other, widthPx, panelHeightPx);
    }

    /** The same plot in a width, with panels of a height (times their row's relative height). */
    public Plot size(double width, double panelHeight) {
        return new Plot(heading, panels, grid, labels, width, panelHeight);
    }

    /**
     * The same plot, its panels as tall as makes a unit of y as long as one of x in the first of them (within 80 to 1,400
     * pixels): pictures and paths keep their shape. Ticks move with the height, and the width with their labels, so twice.
     */
    public Plot equalScales() {
        return equalScale().equalScale();
    }

    private Plot equalScale() {
        PlotLayout.Placed first = new PlotLayout(this).place(0).getFirst();
        double height = first.area().width()
                * first.cell().y().length()
                / first.cell().x().length();
        return size(widthPx, Math.clamp(height / grid.rowHeight(0), LEAST_HEIGHT, MOST_HEIGHT));
    }

    /** Draws the figure. */
    public Figure figure() {
        return new PlotPainter(this).figure();
    }
}
