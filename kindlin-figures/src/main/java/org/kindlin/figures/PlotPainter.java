package org.kindlin.figures;

import java.util.List;

/** Draws a plot: legend, panels, axes, layers, labels. */
final class PlotPainter {
    private final Plot plot;
    private final PlotLayout layout;
    private final Canvas canvas = new Canvas();

    PlotPainter(Plot plot) {
        this.plot = plot;
        this.layout = new PlotLayout(plot);
    }

    Figure figure() {
        double missing = layout.missingWidth();
        if (missing > 0) {
            Plot wider = plot.size(Math.ceil(plot.widthPx() + missing), plot.panelHeightPx());
            return new PlotPainter(wider).figure();
        }
        FigureFrame frame = new FigureFrame(plot.heading(), plot.widthPx());
        double inner = plot.widthPx() - 2 * FigureFrame.PAD;
        Legend legend = new Legend(layout.legend(), FigureFrame.PAD, inner);
        legend.paint(canvas, frame.bodyTop());
        List<PlotLayout.Placed> panels = layout.place(frame.bodyTop() + legend.height());
        panels.forEach(this::panel);
        double bottom = layout.bottom(panels);
        commonTitles(panels, bottom);
        return frame.finish(canvas, bottom);
    }

    private void panel(PlotLayout.Placed placed) {
        Rect area = placed.area();
        PlotLayout.Cell cell = placed.cell();
        AxisPainter.gridLines(canvas, placed.y(), area);
        LabelField field = new LabelField(area);
        LayerPainter marks = new LayerPainter(canvas, placed.x(), placed.y(), area, field);
        cell.panel().layers().forEach(marks::paint);
        AxisPainter.bottom(canvas, placed.x(), area, cell.labelX());
        AxisPainter.left(canvas, placed.y(), area, cell.labelY());
        AnnotationPainter texts = new AnnotationPainter(canvas, placed.x(), placed.y(), area, field);
        cell.panel().layers().forEach(texts::paint);
        cell.names().paint(canvas, placed.x(), placed.y(), area, field);
        titles(placed);
    }

    private void titles(PlotLayout.Placed placed) {
        Rect area = placed.area();
        PlotLayout.Cell cell = placed.cell();
        List<String> below = layout.titleX(cell, area.width());
        double bottom = area.bottom() + AxisPainter.bottomRoom(placed.x(), cell.labelX(), below.size());
        AxisPainter.titleBelow(canvas, area.centreX(), bottom, below);
        List<String> beside = layout.titleY(cell);
        AxisPainter.titleLeft(canvas, placed.left(), area.centreY(), beside);
        TextStyle style = TextStyle.PANEL_TITLE;
        double baseline = area.y() - 8 - Math.max(0, placed.title().size() - 1) * style.lineHeight();
        if (!placed.letter().isEmpty()) {
            canvas.text(area.x(), baseline, placed.letter(), Note.Anchor.START, style.size(12));
        }
        for (String line : placed.title()) {
            canvas.text(area.x() + layout.indent(), baseline, line, Note.Anchor.START, style);
            baseline += style.lineHeight();
        }
    }

    private void commonTitles(List<PlotLayout.Placed> panels, double bottom) {
        double left = panels.getFirst().area().x();
        double right = panels.stream().mapToDouble(p -> p.area().right()).max().orElse(left);
        double top = panels.getFirst().area().y();
        double low = panels.getLast().area().bottom();
        if (layout.hasCommonX()) {
            String title = panels.getFirst().cell().panel().x().title();
            AxisPainter.titleBelow(canvas, (left + right) / 2, bottom, List.of(title));
        }
        if (layout.hasCommonY()) {
            String title = panels.getFirst().cell().panel().y().title();
            AxisPainter.titleLeft(canvas, FigureFrame.PAD, (top + low) / 2, List.of(title));
        }
    }
}
