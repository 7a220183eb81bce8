package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Outlines around groups of neighbouring wells with the same role, in the role's colour on a white casing. */
final class RoleOutlines {
    private static final double WIDTH = 1.7;
    private static final double CASING = 3.2;

    private final Canvas canvas;
    private final PlateHeatMap plate;
    private final double left;
    private final double top;
    private final double cell;

    RoleOutlines(Canvas canvas, PlateHeatMap plate, double left, double top, double cell) {
        this.canvas = canvas;
        this.plate = plate;
        this.left = left;
        this.top = top;
        this.cell = cell;
    }

    /** One side of a well that borders on another role. */
    private record Edge(double x1, double y1, double x2, double y2, WellRole role) {}

    void paint() {
        List<Edge> edges = new ArrayList<>();
        for (int row = 0; row < plate.rowCount(); row++) {
            for (int column = 0; column < plate.columnCount(); column++) {
                @Nullable WellRole role = plate.role(row, column);
                if (role != null) {
                    addEdges(edges, row, column, role);
                }
            }
        }
        edges.forEach(edge -> line(edge, Ink.stroke(Colour.WHITE, CASING)));
        edges.forEach(edge -> line(
                edge, Ink.stroke(edge.role().colour(), WIDTH).dash(edge.role().dash())));
    }

    private void addEdges(List<Edge> edges, int row, int column, WellRole role) {
        // Drawn just inside the well, so that neighbouring roles do not cover each other's outline.
        double inset = WIDTH / 2;
        double x1 = left + column * cell + (borders(row, column - 1, role) ? inset : 0);
        double x2 = left + (column + 1) * cell - (borders(row, column + 1, role) ? inset : 0);
        double y1 = top + row * cell + (borders(row - 1, column, role) ? inset : 0);
        double y2 = top + (row + 1) * cell - (borders(row + 1, column, role) ? inset : 0);
        if (borders(row - 1, column, role)) {
            edges.add(new Edge(x1, y1, x2, y1, role));
        }
        if (borders(row + 1, column, role)) {
            edges.add(new Edge(x1, y2, x2, y2, role));
        }
        if (borders(row, column - 1, role)) {
            edges.add(new Edge(x1, y1, x1, y2, role));
        }
        if (borders(row, column + 1, role)) {
            edges.add(new Edge(x2, y1, x2, y2, role));
        }
    }

    private boolean borders(int row, int column, WellRole role) {
        return !Objects.equals(plate.role(row, column), role);
    }

    private void line(Edge edge, Ink ink) {
        canvas.line(edge.x1(), edge.y1(), edge.x2(), edge.y2(), ink);
    }
}
