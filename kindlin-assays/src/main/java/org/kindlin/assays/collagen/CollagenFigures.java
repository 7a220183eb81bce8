package org.kindlin.assays.collagen;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.calibration.StandardCurveFigures;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.assays.plate.assay.ForestRows;
import org.kindlin.assays.plate.assay.PlateHeatMaps;
import org.kindlin.assays.plate.assay.ResponseBlock;
import org.kindlin.assays.plate.assay.ResponseScale;
import org.kindlin.assays.plate.assay.TargetKind;
import org.kindlin.assays.plate.quality.QualityFigures;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Style;

/** The figures of a collagen assay: fractions by treatment, ratios to vehicle, standard curves, plates. */
public final class CollagenFigures {
    private CollagenFigures() {}

    static List<Figure> draw(CollagenResult result, boolean simulated) {
        FigureNames names = new FigureNames();
        List<Figure> figures = new ArrayList<>();
        FractionFigure.draw(result, simulated, names).ifPresent(figures::add);
        if (!result.groups().ratios().isEmpty()) {
            figures.add(ratios(result, simulated, names.free("fold-of-vehicle")));
        }
        figures.addAll(StandardCurveFigures.draw(result.calibrations(), simulated, names));
        List<RawBlock> blocks =
                result.raw().quality().blocks().stream().map(RawBlock::new).toList();
        String unit = blocks.isEmpty() ? "" : blocks.getFirst().block().read().unit();
        figures.addAll(PlateHeatMaps.draw(blocks, ResponseScale.signal(unit), simulated, names));
        figures.addAll(QualityFigures.draw(result.raw().quality().control(), simulated, names::free));
        return figures;
    }

    private static Figure ratios(CollagenResult result, boolean simulated, String name) {
        Heading heading = Heading.of(name, "Ratio to vehicle")
                .caption(
                        "Means over cultures with Fieller's interval, which holds the scatter of cultures and the standard"
                                + " curve's error.")
                .simulated(simulated);
        List<Forest.Row> rows = new ArrayList<>();
        String last = "";
        for (VehicleRatio ratio : result.groups().ratios()) {
            String group = what(ratio.group());
            if (!group.equals(last)) {
                rows.addAll(rowsOf(result, group));
                last = group;
            }
        }
        List<Forest.Row> distinct = rows.stream().distinct().toList();
        return Forest.of(heading, Axis.log("fold of vehicle", ""), distinct)
                .reference(1, "no change")
                .column("ratio (interval)")
                .figure();
    }

    private static List<Forest.Row> rowsOf(CollagenResult result, String group) {
        List<Forest.Row> rows = new ArrayList<>();
        rows.add(Forest.Row.heading(group));
        result.groups().ratios().stream()
                .filter(ratio -> what(ratio.group()).equals(group))
                .forEach(ratio -> rows.add(ratio.estimate()
                        .map(estimate -> ForestRows.of(ratio.group().label(), estimate, Style.of(Palette.BLUE)))
                        .orElseGet(() -> Forest.Row.undetermined(ratio.group().label(), "not estimable"))));
        return rows;
    }

    /** What a group measures, in words. */
    static String what(TreatmentGroup group) {
        String fraction = group.fraction().isEmpty() ? "" : group.fraction() + " ";
        return switch (group.name()) {
            case "collagenPerCell" -> fraction + "collagen per cell";
            case "collagenPerProtein" -> fraction + "collagen per protein";
            case "collagen" -> fraction + "collagen";
            default -> fraction + "concentration";
        };
    }

    /** A plate whose signals stand for themselves. */
    private record RawBlock(AssayBlock block) implements ResponseBlock {
        @Override
        public TargetKind kind() {
            return new TargetKind("analyte", "the analyte");
        }

        @Override
        public boolean isNormalized() {
            return false;
        }

        @Override
        public double response(AssayWell well) {
            return well.signal();
        }
    }
}
