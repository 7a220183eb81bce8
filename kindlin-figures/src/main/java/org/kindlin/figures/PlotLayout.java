package org.kindlin.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where everything of a plot stands. Heights are given, so widths follow from labels and never the other way round. */
final class PlotLayout {
    private static final double COLUMN_GAP = 16;
    private static final double ROW_GAP = 14;
    private static final double LEAST_RIGHT = 8;
    private static final double NARROWEST = 60;
    private static final double LETTER = 14;
    private static final double WIDEST_NAMES = 0.4;

    /** One panel with its axes' ranges and what is written around it. */
    record Cell(
            Panel panel,
            int index,
            int row,
            int column,
            Range x,
            Range y,
            boolean labelX,
            boolean labelY,
            DirectLabels names) {}

    /** A cell laid onto pixels. */
    record Placed(Cell cell, Rect area, double left, ScaledAxis x, ScaledAxis y, String letter, List<String> title) {}

    private final Plot plot;
    private final int columns;
    private final int rows;
    private final List<Cell> cells;
    private final boolean commonX;
    private final boolean commonY;
    private final List<Series> legend;

    PlotLayout(Plot plot) {
        this.plot = plot;
        this.columns = Math.min(plot.grid().columns(), plot.panels().size());
        this.rows = (plot.panels().size() + columns - 1) / columns;
        this.commonX = columns > 1
                && plot.grid().sharing().x()
                && same(plot.panels().stream().map(Panel::x));
        this.commonY = rows > 1
                && plot.grid().sharing().y()
                && same(plot.panels().stream().map(Panel::y));
        boolean direct = isDirect();
        this.legend = direct || plot.labels() == Plot.Labels.NONE ? unlined() : Series.of(plot.panels());
        this.cells = cells(direct);
    }

    List<Series> legend() {
        return legend;
    }

    private List<Series> unlined() {
        if (plot.labels() == Plot.Labels.NONE) {
            return List.of();
        }
        return Series.of(plot.panels()).stream()
                .filter(series -> !series.hasLine())
                .toList();
    }

    private static boolean same(Stream<Axis> axes) {
        return axes.map(Axis::title).distinct().count() == 1;
    }

    private boolean isDirect() {
        return switch (plot.labels()) {
            case DIRECT -> true;
            case LEGEND, NONE -> false;
            case AUTO -> {
                List<Series> all = Series.of(plot.panels());
                double height = plot.panelHeightPx() * plot.grid().rowHeight(0);
                DirectLabels names = new DirectLabels(all);
                boolean room = names.fit(height) && names.width() <= WIDEST_NAMES * plot.widthPx();
                yield columns == 1 && all.stream().allMatch(Series::hasLine) && room;
            }
        };
    }

    private List<Cell> cells(boolean direct) {
        List<Panel> panels = plot.panels();
        Set<String> named = new HashSet<>();
        List<Cell> all = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            List<Panel> one = List.of(panels.get(i));
            boolean below = i + columns < panels.size();
            List<Series> names = new ArrayList<>();
            if (direct) {
                Series.of(one).stream()
                        .filter(s -> s.hasLine() && (columns > 1 || named.add(s.key())))
                        .forEach(names::add);
            }
            Grid.Sharing sharing = plot.grid().sharing();
            all.add(new Cell(
                    panels.get(i),
                    i,
                    i / columns,
                    i % columns,
                    Extent.x(sharing.x() ? panels : one),
                    Extent.y(sharing.y() ? panels : one),
                    !(sharing.x() && below),
                    !(sharing.y() && i % columns > 0),
                    new DirectLabels(names)));
        }
        return all;
    }

    private double height(int row) {
        return plot.panelHeightPx() * plot.grid().rowHeight(row);
    }

    /** All panels in place, below a given height. */
    List<Placed> place(double top) {
        double[] left = perColumn(this::leftRoom);
        double[] right = perColumn(cell -> Math.max(LEAST_RIGHT, cell.names().width()));
        double width = panelWidth(left, right);
        double[] wider =
                perColumn(cell -> Math.max(right[cell.column()], AxisPainter.overhang(xAxis(cell, 0, width)) + 2));
        double finalWidth = panelWidth(left, wider);
        List<Placed> placed = new ArrayList<>();
        double y = top;
        for (int row = 0; row < rows; row++) {
            List<Cell> inRow = inRow(row);
            double titles = inRow.stream()
                    .mapToDouble(cell -> titleRoom(cell, finalWidth))
                    .max()
                    .orElse(0);
            double x = FigureFrame.PAD + commonYRoom();
            for (Cell cell : inRow) {
                Rect area = new Rect(x + left[cell.column()], y + titles, finalWidth, height(row));
                placed.add(placed(cell, x, area));
                x = area.right() + wider[cell.column()] + COLUMN_GAP;
            }
            double below = inRow.stream()
                    .mapToDouble(cell -> bottomRoom(cell, finalWidth))
                    .max()
                    .orElse(0);
            y += titles + height(row) + below + (row < rows - 1 ? ROW_GAP : 0);
        }
        return placed;
    }

    /** Where the plot's body ends. */
    double bottom(List<Placed> placed) {
        double panels = placed.stream()
                .mapToDouble(
                        p -> p.area().bottom() + bottomRoom(p.cell(), p.area().width()))
                .max()
                .orElse(0);
        return panels + (commonX ? AxisPainter.titleRoom(1) : 0);
    }

    boolean hasCommonX() {
        return commonX;
    }

    boolean hasCommonY() {
        return commonY;
    }

    List<String> titleX(Cell cell, double width) {
        return commonX || !cell.labelX()
                ? List.of()
                : TextStyle.AXIS_TITLE.wrap(cell.panel().x().title(), width);
    }

    List<String> titleY(Cell cell) {
        double height = height(cell.row()) + 24;
        return commonY || !cell.labelY()
                ? List.of()
                : TextStyle.AXIS_TITLE.wrap(cell.panel().y().title(), height);
    }

    private double commonYRoom() {
        return commonY ? AxisPainter.titleRoom(1) - 4 : 0;
    }

    /** Pixels that the plot lacks for panels of the least width; 0 where it is wide enough. */
    double missingWidth() {
        double[] right = perColumn(cell -> Math.max(LEAST_RIGHT, cell.names().width()));
        return columns * (NARROWEST - Math.min(NARROWEST, freeWidth(perColumn(this::leftRoom), right)));
    }

    private double panelWidth(double[] left, double[] right) {
        return Math.max(NARROWEST, freeWidth(left, right));
    }

    private double freeWidth(double[] left, double[] right) {
        double taken = 2 * FigureFrame.PAD + commonYRoom() + (columns - 1) * COLUMN_GAP;
        for (int column = 0; column < columns; column++) {
            taken += left[column] + right[column];
        }
        return (plot.widthPx() - taken) / columns;
    }

    private double[] perColumn(ToDoubleFunction<Cell> room) {
        return IntStream.range(0, columns)
                .mapToDouble(column -> cells.stream()
                        .filter(cell -> cell.column() == column)
                        .mapToDouble(room)
                        .max()
                        .orElse(0))
                .toArray();
    }

    private List<Cell> inRow(int row) {
        return cells.stream().filter(cell -> cell.row() == row).toList();
    }

    private double leftRoom(Cell cell) {
        ScaledAxis y = ScaledAxis.vertical(cell.panel().y(), cell.y(), height(cell.row()), 0);
        return AxisPainter.leftRoom(y, cell.labelY(), titleY(cell).size());
    }

    private double bottomRoom(Cell cell, double width) {
        return AxisPainter.bottomRoom(
                xAxis(cell, 0, width), cell.labelX(), titleX(cell, width).size());
    }

    private List<String> panelTitle(Cell cell, double width) {
        return TextStyle.PANEL_TITLE.wrap(cell.panel().title(), width - indent());
    }

    private double titleRoom(Cell cell, double width) {
        int lines = Math.max(panelTitle(cell, width).size(), plot.grid().lettered() ? 1 : 0);
        return lines == 0 ? 4 : lines * TextStyle.PANEL_TITLE.lineHeight() + 5;
    }

    /** Where a panel's title starts, behind its letter. */
    double indent() {
        return plot.grid().lettered() ? LETTER : 0;
    }

    private String letter(Cell cell) {
        return plot.grid().lettered() ? String.valueOf((char) ('a' + cell.index() % 26)) : "";
    }

    private static ScaledAxis xAxis(Cell cell, double left, double width) {
        return ScaledAxis.horizontal(cell.panel().x(), cell.x(), left, left + width);
    }

    private Placed placed(Cell cell, double left, Rect area) {
        ScaledAxis x = xAxis(cell, area.x(), area.width());
        ScaledAxis y = ScaledAxis.vertical(cell.panel().y(), cell.y(), area.bottom(), area.y());
        return new Placed(cell, area, left, x, y, letter(cell), panelTitle(cell, area.width()));
    }
}
