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

    /** Draws the figure. */
    public Figure figure() {
        return new PlotPainter(this).figure();
    }
}
