package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Palette;
import org.kindlin.figures.PlateHeatMap;
import org.kindlin.figures.Well;

/** Heat maps of every plate: its signals, and its responses where it is normalised. */
public final class PlateHeatMaps {
    private static final org.kindlin.figures.WellRole NO_ENZYME =
            new org.kindlin.figures.WellRole("no enzyme", Palette.GREEN, Dash.SOLID);
    private static final org.kindlin.figures.WellRole UNSTIMULATED =
            new org.kindlin.figures.WellRole("unstimulated", Palette.GREEN, Dash.SOLID);
    private static final org.kindlin.figures.WellRole SERUM_BLANK =
            new org.kindlin.figures.WellRole("serum blank", Palette.ORANGE, Dash.SOLID);

    private final String plate;
    private final List<ResponseBlock> blocks;
    private final ResponseScale scale;
    private final boolean simulated;
    private final PlateFormat format;
    private final Map<WellAddress, AssayWell> wells = new HashMap<>();

    private PlateHeatMaps(String plate, List<ResponseBlock> blocks, ResponseScale scale, boolean simulated) {
        this.plate = plate;
        this.blocks = blocks;
        this.scale = scale;
        this.simulated = simulated;
        this.format = blocks.getFirst().block().format();
        blocks.forEach(block -> block.block().wells().forEach(well -> wells.putIfAbsent(well.address(), well)));
    }

    /** Signals of every plate and, where it is normalised, its responses. */
    public static List<Figure> draw(
            List<? extends ResponseBlock> all, ResponseScale scale, boolean simulated, FigureNames names) {
        Map<String, List<ResponseBlock>> plates = new LinkedHashMap<>();
        all.forEach(block -> plates.computeIfAbsent(block.block().plate(), _ -> new ArrayList<>())
                .add(block));
        List<Figure> figures = new ArrayList<>();
        plates.forEach((plate, blocks) -> {
            PlateHeatMaps of = new PlateHeatMaps(plate, blocks, scale, simulated);
            figures.add(of.signals(names.free("plate-" + plate)));
            if (blocks.stream().anyMatch(ResponseBlock::isNormalized)) {
                figures.add(of.responses(names.free(scale.name() + "-" + plate)));
            }
        });
        return figures;
    }

    private Figure signals(String name) {
        AssayBlock first = blocks.getFirst().block();
        Heading heading = Heading.of(name, plate + ": signal")
                .subtitle(first.read().label())
                .caption("Readings as the instrument wrote them; control wells are outlined, wells left out are marked."
                        + (hasStandards() ? " Colours span the wells other than standards." : ""))
                .simulated(simulated);
        PlateHeatMap map = PlateHeatMap.of(heading, "signal", first.read().unit(), cells(this::signal))
                .roles(roles());
        return hasStandards() ? withoutStandards(map).figure() : map.figure();
    }

    private boolean hasStandards() {
        return wells.values().stream().anyMatch(well -> well.role() == WellRole.STANDARD);
    }

    /** The highest standards would leave no colours for the wells of interest. */
    private PlateHeatMap withoutStandards(PlateHeatMap map) {
        DoubleSummaryStatistics signals = wells.values().stream()
                .filter(well -> well.role() != WellRole.STANDARD)
                .mapToDouble(AssayWell::signal)
                .summaryStatistics();
        return signals.getMin() < signals.getMax() ? map.limits(signals.getMin(), signals.getMax()) : map;
    }

    private Figure responses(String name) {
        Heading heading = Heading.of(name, plate + ": " + scale.name())
                .caption("Percent " + scale.name()
                        + " by the plate's own controls; values beyond 0 and 100 % take the end colours.")
                .simulated(simulated);
        return PlateHeatMap.of(heading, scale.name(), scale.unit(), cells(this::response))
                .roles(roles())
                .limits(0, 100)
                .figure();
    }

    /** What one figure shows of a well. */
    private interface CellOf {
        Well at(WellAddress address);
    }

    private List<List<Well>> cells(CellOf cell) {
        List<List<Well>> rows = new ArrayList<>();
        for (int row = 0; row < format.rows(); row++) {
            List<Well> cells = new ArrayList<>();
            for (int column = 0; column < format.columns(); column++) {
                cells.add(cell.at(new WellAddress(row, column)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private Well signal(WellAddress address) {
        Reading reading = blocks.getFirst().block().read().at(address);
        return switch (reading) {
            case Reading.Measured(double number) -> excluded(address, number);
            case Reading.Saturated _, Reading.Overflow _ -> new Well.Saturated();
            case Reading.Underflow _, Reading.Masked _, Reading.Empty _, Reading.Invalid _ -> new Well.Missing();
        };
    }

    private Well excluded(WellAddress address, double number) {
        for (ResponseBlock block : blocks) {
            LeftOutWell leftOut = block.block().leftOut().get(address);
            if (leftOut != null) {
                return new Well.Excluded(number, leftOut.reason());
            }
        }
        return new Well.Value(number);
    }

    /** Standards have no response; wells that were left out show none. */
    private Well response(WellAddress address) {
        AssayWell well = wells.get(address);
        if (well == null || well.role() == WellRole.STANDARD) {
            return new Well.Missing();
        }
        for (ResponseBlock block : blocks) {
            if (block.block().wells().contains(well) && block.isNormalized()) {
                double percent = block.response(well);
                return Double.isFinite(percent) ? new Well.Value(percent) : new Well.Missing();
            }
        }
        return new Well.Missing();
    }

    private List<List<org.kindlin.figures.@Nullable WellRole>> roles() {
        List<List<org.kindlin.figures.@Nullable WellRole>> rows = new ArrayList<>();
        for (int row = 0; row < format.rows(); row++) {
            List<org.kindlin.figures.@Nullable WellRole> roles = new ArrayList<>();
            for (int column = 0; column < format.columns(); column++) {
                AssayWell well = wells.get(new WellAddress(row, column));
                roles.add(well == null ? null : outline(well.role()));
            }
            rows.add(roles);
        }
        return rows;
    }

    private static org.kindlin.figures.@Nullable WellRole outline(WellRole role) {
        return switch (role) {
            case VEHICLE -> org.kindlin.figures.WellRole.VEHICLE;
            case POSITIVE -> org.kindlin.figures.WellRole.POSITIVE;
            case BLANK -> org.kindlin.figures.WellRole.BLANK;
            case NO_ENZYME -> NO_ENZYME;
            case STANDARD -> org.kindlin.figures.WellRole.STANDARD;
            case UNSTIMULATED -> UNSTIMULATED;
            case SERUM_BLANK -> SERUM_BLANK;
            case SAMPLE, EMPTY, UNKNOWN -> null;
        };
    }
}
