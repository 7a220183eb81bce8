package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.assays.plate.WellRole;

/** The wells of a plate that were meant to read alike: each kind of control, and each dose of each compound and form. */
public final class ReplicateWells {
    private ReplicateWells() {}

    /** What is the same of the wells of one dose. */
    private record Dose(String compound, String form, double amount) implements Comparable<Dose> {
        @Override
        public int compareTo(Dose other) {
            int name = compound.compareTo(other.compound);
            int salt = form.compareTo(other.form);
            return name != 0 ? name : salt != 0 ? salt : Double.compare(amount, other.amount);
        }
    }

    /** The signals of each of these controls, then of each dose; groups without wells are left out. */
    public static List<double[]> signals(AssayBlock block, List<WellRole> controls) {
        Map<WellRole, double[]> byRole = new LinkedHashMap<>();
        controls.forEach(role -> byRole.put(role, block.signals(role)));
        Map<Dose, List<AssayWell>> doses = new TreeMap<>();
        block.wells(WellRole.SAMPLE).stream()
                .filter(well -> well.amount().isPresent())
                .forEach(well -> doses.computeIfAbsent(
                                new Dose(
                                        well.compound(),
                                        well.form(),
                                        well.amount().getAsDouble()),
                                _ -> new ArrayList<>())
                        .add(well));
        List<double[]> groups = new ArrayList<>(byRole.values());
        doses.values()
                .forEach(wells ->
                        groups.add(wells.stream().mapToDouble(AssayWell::signal).toArray()));
        groups.removeIf(group -> group.length == 0);
        return groups;
    }
}
