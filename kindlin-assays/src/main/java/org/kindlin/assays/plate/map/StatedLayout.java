package org.kindlin.assays.plate.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/**
 * What a reader's file itself says is in its wells, as a plate map. Such files name standards, blanks and samples; of a
 * control they do not say whether it is the vehicle or the full effect, and of a concentration they state no unit.
 */
public final class StatedLayout {
    private final Plate plate;
    private final WellRole samples;
    private final Map<String, String> tags;
    private final List<Well> wells = new ArrayList<>();
    private final TreeSet<String> controls = new TreeSet<>();
    private boolean unitMissing;
    private boolean compoundMissing;

    private StatedLayout(Plate plate, WellRole samples, Map<String, String> tags) {
        this.plate = plate;
        this.samples = samples;
        this.tags = tags;
    }

    /**
     * The wells as the file names them.
     *
     * @param samples what the software's samples are to the assay: specimens of unknown amount, or wells with a compound
     * @param tags of the file: {@code compound} and {@code unit} where samples hold a compound
     * @param faults takes what the file leaves open
     */
    public static List<Well> wells(Plate plate, WellRole samples, Map<String, String> tags, Faults faults) {
        StatedLayout layout = new StatedLayout(plate, samples, tags);
        plate.labels().forEach(layout::add);
        layout.tell(faults);
        return layout.wells;
    }

    /** What is told of a plate whose own layout serves as plate map. */
    public static Warning used(List<Well> wells) {
        String roles = wells.stream()
                .collect(Collectors.groupingBy(Well::role, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().label())
                .collect(Collectors.joining(", "));
        return new Warning(
                "layout-from-file",
                "No plate map was given: the layout in the reader's file serves as one (" + roles + ").");
    }

    private void add(WellAddress address, WellLabel label) {
        switch (label.kind()) {
            case NONE -> {}
            case STANDARD -> wells.add(Well.control(address, WellRole.STANDARD)); // its amount has no unit
            case BLANK -> wells.add(Well.control(address, WellRole.BLANK));
            case SPECIMEN -> sample(address, label);
            case CONTROL -> control(address, label);
            case OTHER -> {
                Optional<WellRole> role = label.role();
                if (role.isPresent()) {
                    wells.add(Well.control(address, role.get()));
                } else {
                    sample(address, label);
                }
            }
        }
    }

    private void control(WellAddress address, WellLabel label) {
        Optional<WellRole> named = WellRole.parse(label.name());
        if (named.isPresent()) {
            wells.add(Well.control(address, named.get()));
        } else if (samples == WellRole.UNKNOWN) {
            sample(address, label);
        } else {
            controls.add(label.id().isEmpty() ? label.type() : label.id());
        }
    }

    private void sample(WellAddress address, WellLabel label) {
        if (samples == WellRole.UNKNOWN) {
            String name = label.name().isEmpty() ? label.specimen() : label.name();
            wells.add(new Well("", address, WellRole.UNKNOWN, name, "", null, "", 0, "", ""));
            return;
        }
        String own = label.kind() == WellLabel.Kind.OTHER ? label.specimen() : "";
        String compound =
                label.name().isEmpty() ? tags.getOrDefault("compound", own).strip() : label.name();
        Quantity dose = dose(label.amount());
        compoundMissing |= compound.isEmpty();
        wells.add(new Well("", address, WellRole.SAMPLE, compound, "", dose, "", 0, "", ""));
    }

    private @Nullable Quantity dose(@Nullable Double amount) {
        Optional<Unit> unit = Unit.parse(tags.getOrDefault("unit", ""));
        unitMissing |= amount == null || unit.isEmpty();
        return amount == null || unit.isEmpty() ? null : new Quantity(amount, unit.get());
    }

    private void tell(Faults faults) {
        String remedy = "give a plate map (layout)";
        if (!controls.isEmpty()) {
            faults.add(
                    plate.file(),
                    "layout",
                    "the file calls wells " + String.join(", ", controls)
                            + " without saying which are the vehicle and which the full effect",
                    remedy);
        }
        if (compoundMissing) {
            faults.add(
                    plate.file(),
                    "layout",
                    "the file's own layout names no compound",
                    "state compound beside the file, or " + remedy);
        }
        if (unitMissing) {
            faults.add(
                    plate.file(),
                    "layout",
                    "the file's own layout has samples without concentration, or concentrations without a unit",
                    "state unit (such as nM) beside the file, or " + remedy);
        }
    }
}
