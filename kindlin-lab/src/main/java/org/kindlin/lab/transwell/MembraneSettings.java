package org.kindlin.lab.transwell;

import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.DoseList;

/**
 * A transwell experiment: inserts, cells, microscope. Lengths in pixels.
 *
 * @param cells expected on a field of a control
 * @param left part of them at saturation
 * @param matrix part of the cells that get through a coat of matrix; none if zero
 * @param insertSpread standard deviation of the logarithm between inserts
 * @param pores expected on a field
 */
record MembraneSettings(
        Readout readout,
        List<Double> doses,
        int inserts,
        int fields,
        double cells,
        double ic50,
        double left,
        double matrix,
        double insertSpread,
        int width,
        int height,
        double pixelSize,
        double radius,
        double pores,
        double poreRadius,
        double unevenness) {

    /** How cells are shown. */
    enum Readout {
        /** Dark cells on a light membrane with pores. */
        CRYSTAL_VIOLET,
        /** Bright nuclei on a dark ground. */
        NUCLEI,
        /** No pictures: the eluted dye of whole inserts at 570 nm. */
        ABSORBANCE
    }

    private static final Key<Readout> READOUT =
            Key.choice("readout", Readout.class, Readout.CRYSTAL_VIOLET, "how cells are shown");
    private static final Key<List<Double>> DOSES = DoseList.key("0, 100, 300, 1000, 3000");
    private static final Key<Double> INSERTS = Key.number("inserts", 1, 24, "3", "inserts of each dose");
    private static final Key<Double> FIELDS = Key.number("fields", 1, 40, "5", "fields of each insert");
    private static final Key<Double> CELLS =
            Key.number("cellsPerField", 0, 1000, "60", "cells expected on a field without compound");
    private static final Key<Quantity> IC50 =
            Key.positive("ic50", Unit.NANOMOLAR, "300 nM", "dose of half the effect (an assumption)");
    private static final Key<Double> LEFT =
            Key.number("leftPercent", 0, 100, "30", "cells left at saturation, % (an assumption)");
    private static final Key<Double> MATRIX = Key.number(
            "invadingPercent", 0, 100, "0", "cells that get through matrix, % of those without; 0 for no such inserts");
    private static final Key<Double> INSERT_CV =
            Key.number("insertCvPercent", 0, 100, "10", "variation between inserts, %");
    private static final Key<Double> WIDTH = Key.number("width", 64, 4096, "320", "pixels across a field");
    private static final Key<Double> HEIGHT = Key.number("height", 64, 4096, "240", "pixels down a field");
    private static final Key<Double> PIXEL_SIZE = Key.number("pixelSize", 0.05, 50, "1.3", "width of a pixel, um");
    private static final Key<Double> CELL = Key.number("cellSize", 2, 200, "20", "diameter of a cell or nucleus, um");
    private static final Key<Double> PORES = Key.number("pores", 0, 1e7, "100000", "pores of 8 um per cm2");
    private static final Key<Double> UNEVEN =
            Key.number("unevenPercent", 0, 100, "15", "unevenness of illumination, %");
    private static final double PORE_DIAMETER = 8;
    private static final double SQUARE_UM_PER_CM2 = 1e8;

    static final List<Key<?>> KEYS = List.of(
            READOUT,
            DOSES,
            INSERTS,
            FIELDS,
            CELLS,
            IC50,
            LEFT,
            MATRIX,
            INSERT_CV,
            WIDTH,
            HEIGHT,
            PIXEL_SIZE,
            CELL,
            PORES,
            UNEVEN);

    MembraneSettings {
        doses = List.copyOf(doses);
    }

    static MembraneSettings of(Resolved settings) {
        double pixel = settings.get(PIXEL_SIZE);
        int width = (int) Math.rint(settings.get(WIDTH));
        int height = (int) Math.rint(settings.get(HEIGHT));
        return new MembraneSettings(
                settings.get(READOUT),
                settings.get(DOSES),
                (int) Math.rint(settings.get(INSERTS)),
                (int) Math.rint(settings.get(FIELDS)),
                settings.get(CELLS),
                settings.get(IC50).in(Unit.NANOMOLAR),
                settings.get(LEFT) / 100,
                settings.get(MATRIX) / 100,
                settings.get(INSERT_CV) / 100,
                width,
                height,
                pixel,
                settings.get(CELL) / 2 / pixel,
                settings.get(PORES) * width * height * pixel * pixel / SQUARE_UM_PER_CM2,
                PORE_DIAMETER / 2 / pixel,
                settings.get(UNEVEN) / 100);
    }

    boolean isViolet() {
        return readout == Readout.CRYSTAL_VIOLET;
    }

    /** Cells under a dose over those without: {@code left + (1 - left) / (1 + dose / ic50)}. */
    double index(double dose) {
        return left + (1 - left) / (1 + dose / ic50);
    }
}
