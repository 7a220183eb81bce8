package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.figures.ColourMap;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Palette;
import org.kindlin.figures.PlateHeatMap;
import org.kindlin.figures.Well;
import org.kindlin.figures.WellRole;

/** The figures of plate quality: what separates every well from its replicates, and plates followed in run order. */
public final class QualityFigures {
    private static final WellRole OUTLIER = new WellRole("outlier", Palette.GREEN, Dash.SOLID);
    private static final double END_OF_COLOURS = 4;

    private QualityFigures() {}

    /**
     * A residual map of every plate that has replicates and a chart of every campaign.
     *
     * @param names gives each name wanted a free one
     */
    public static List<Figure> draw(QualityControl quality, boolean simulated, UnaryOperator<String> names) {
        List<Figure> figures = new ArrayList<>();
        quality.plates().stream()
                .filter(plate -> !plate.residuals().isEmpty())
                .forEach(plate -> figures.add(residuals(plate, simulated, names)));
        quality.campaigns()
                .forEach(campaign -> figures.add(
                        DriftFigure.draw(campaign, simulated, names.apply("plates-in-order-" + campaign.series()))));
        return figures;
    }

    private static Figure residuals(PlateAssessment plate, boolean simulated, UnaryOperator<String> names) {
        String label = label(plate.measured());
        Heading heading = Heading.of(names.apply("residuals-" + label), label + ": residuals of replicates")
                .caption(
                        "How far each well reads from the mean of its replicates, in standard deviations at that signal,"
                                + " before any correction; wells marked missing have no replicates."
                                + (plate.outliers().isEmpty() ? "" : " Outlined: wells flagged as outliers."))
                .simulated(simulated);
        return PlateHeatMap.of(heading, "residual", "SD", wells(plate))
                .roles(outlines(plate))
                .colours(ColourMap.DIVERGING)
                .limits(-END_OF_COLOURS, END_OF_COLOURS)
                .figure();
    }

    /** The plate, with its target where its own name does not say it. */
    private static String label(QualityPlate plate) {
        boolean saysIt =
                plate.name().toLowerCase(Locale.ROOT).contains(plate.series().toLowerCase(Locale.ROOT));
        return saysIt ? plate.name() : plate.name() + ", " + plate.series();
    }

    private static List<List<Well>> wells(PlateAssessment plate) {
        PlateFormat format = plate.measured().format();
        List<List<Well>> rows = new ArrayList<>();
        for (int row = 0; row < format.rows(); row++) {
            List<Well> wells = new ArrayList<>();
            for (int column = 0; column < format.columns(); column++) {
                Double residual = plate.residuals().get(new WellAddress(row, column));
                wells.add(residual == null ? new Well.Missing() : new Well.Value(residual));
            }
            rows.add(wells);
        }
        return rows;
    }

    private static List<List<@Nullable WellRole>> outlines(PlateAssessment plate) {
        PlateFormat format = plate.measured().format();
        List<List<@Nullable WellRole>> rows = new ArrayList<>();
        for (int row = 0; row < format.rows(); row++) {
            List<@Nullable WellRole> roles = new ArrayList<>();
            for (int column = 0; column < format.columns(); column++) {
                roles.add(plate.flag(new WellAddress(row, column)).isPresent() ? OUTLIER : null);
            }
            rows.add(roles);
        }
        return rows;
    }
}
