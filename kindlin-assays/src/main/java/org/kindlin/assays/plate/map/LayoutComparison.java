package org.kindlin.assays.plate.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.result.Warning;

/** Holds a plate map against what the reader's file itself says is in the wells. */
public final class LayoutComparison {
    private static final int TOLD = 5;
    private static final double TOLERANCE = 0.01;

    private LayoutComparison() {}

    /**
     * A warning where both contradict each other; empty where they do not, or where the file says nothing. Concentrations of
     * standards are compared up to one power of ten, since the file states no unit.
     */
    public static Optional<Warning> differences(Plate plate, List<Well> map) {
        if (plate.labels().isEmpty()) {
            return Optional.empty();
        }
        List<String> differences = new ArrayList<>();
        double factor = factor(plate, map);
        for (Well well : map) {
            WellLabel label = plate.labels().get(well.address());
            if (label != null && !well.excluded()) {
                if (!agree(label, well.role())) {
                    differences.add(well.address() + " is " + named(label) + " to the file and "
                            + well.role().label() + " to the map");
                } else if (differs(ratio(label, well), factor)) {
                    differences.add(well.address() + " holds " + label.amount() + " of its unit to the file and "
                            + well.concentration() + " to the map");
                }
            }
        }
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        String some = String.join("; ", differences.subList(0, Math.min(TOLD, differences.size())));
        return Optional.of(new Warning(
                "layout-differs",
                "The layout in the reader's file contradicts the plate map in " + differences.size()
                        + (differences.size() == 1 ? " well" : " wells") + ": " + some
                        + (differences.size() > TOLD ? "; ..." : "") + ". The plate map is used."));
    }

    private static String named(WellLabel label) {
        return label.id().isEmpty() ? label.type() : label.id();
    }

    private static boolean agree(WellLabel label, WellRole role) {
        return switch (label.kind()) {
            case NONE -> true;
            case STANDARD -> role == WellRole.STANDARD;
            case BLANK ->
                switch (role) {
                    case BLANK, NO_ENZYME, SERUM_BLANK, EMPTY -> true;
                    default -> false;
                };
            case SPECIMEN -> role != WellRole.STANDARD && role != WellRole.BLANK;
            case CONTROL -> role != WellRole.STANDARD && role != WellRole.SAMPLE;
            case OTHER -> label.role().map(stated -> stated == role).orElse(role != WellRole.STANDARD);
        };
    }

    /** The map's concentration of a standard over the file's; NaN where one of them states none. */
    private static double ratio(WellLabel label, Well well) {
        Quantity stated = well.concentration();
        Double amount = label.amount();
        if (well.role() != WellRole.STANDARD || stated == null || amount == null) {
            return Double.NaN;
        }
        return amount > 0 && stated.value() > 0 ? stated.value() / amount : Double.NaN;
    }

    /** The power of ten nearest to the ratio of most standards. */
    private static double factor(Plate plate, List<Well> map) {
        double[] ratios = map.stream()
                .filter(well -> plate.labels().containsKey(well.address()))
                .mapToDouble(well -> ratio(plate.labels().getOrDefault(well.address(), NOTHING), well))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double median = ratios.length == 0
                ? 1
                : Arrays.stream(ratios).skip(ratios.length / 2).findFirst().orElse(1);
        return Math.pow(10, Math.rint(Math.log10(median)));
    }

    private static final WellLabel NOTHING = new WellLabel("", "", "", null);

    private static boolean differs(double ratio, double factor) {
        return Double.isFinite(ratio) && Math.abs(ratio / factor - 1) > TOLERANCE;
    }
}
