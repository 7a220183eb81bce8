package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kindlin.assays.plate.assay.CompoundOnTarget;

/**
 * All plates of one compound on one cell line, and the level the cells started from: what estimates are functions of.
 *
 * @param start empty where nothing is known of it
 */
record TreatedCells(CompoundOnTarget subject, List<ViabilityBlock> plates, Optional<StartLevel> start) {

    TreatedCells {
        plates = List.copyOf(plates);
    }

    /** Whether the controls leave a range in which every treated well has a percentage. */
    boolean isMeasurable() {
        return plates.stream()
                .allMatch(plate -> plate.dosed().stream().allMatch(well -> Double.isFinite(plate.response(well))));
    }

    /** The plates in growth rate inhibition; empty where the start is not known or any plate's cells have not grown. */
    List<GrowthBlock> growthPlates() {
        List<GrowthBlock> blocks = new ArrayList<>();
        for (ViabilityBlock plate : plates) {
            start.flatMap(level -> level.growth(plate)).ifPresent(growth -> blocks.add(new GrowthBlock(plate, growth)));
        }
        return blocks.size() == plates.size() ? blocks : List.of();
    }

    /** One control mean that every well of some plate is held against. */
    interface Control {
        ControlMean mean();

        /** The same cells where the mean is another. */
        TreatedCells with(ControlMean other);
    }

    /** Every control mean with an error. */
    List<Control> controls() {
        List<Control> controls = new ArrayList<>();
        for (int i = 0; i < plates.size(); i++) {
            ViabilityBlock plate = plates.get(i);
            int at = i;
            add(controls, plate.blank(), other -> replace(at, plate.withControls(other, plate.vehicle())));
            add(controls, plate.vehicle(), other -> replace(at, plate.withControls(plate.blank(), other)));
        }
        start.ifPresent(level -> {
            if (level instanceof StartLevel.Measured measured) {
                add(
                        controls,
                        measured.net(),
                        other -> new TreatedCells(subject, plates, Optional.of(new StartLevel.Measured(other))));
            }
        });
        return controls;
    }

    private static void add(List<Control> controls, ControlMean mean, Function<ControlMean, TreatedCells> with) {
        if (mean.error() > 0) {
            controls.add(new Control() {
                @Override
                public ControlMean mean() {
                    return mean;
                }

                @Override
                public TreatedCells with(ControlMean other) {
                    return with.apply(other);
                }
            });
        }
    }

    private TreatedCells replace(int at, ViabilityBlock plate) {
        List<ViabilityBlock> changed = new ArrayList<>(plates);
        changed.set(at, plate);
        return new TreatedCells(subject, changed, start);
    }
}
