package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.PlateFormat;

/** Compounds, DMSO and labware of a dilution, with the amounts that the plan uses. */
public final class CompoundMaterials {
    private CompoundMaterials() {}

    public static List<Material> of(CompoundPlates plates) {
        Dilution dilution = plates.dilution();
        PlateDesign design = plates.set().design();
        List<Material> materials = new ArrayList<>();
        for (int i = 0; i < dilution.series().size(); i++) {
            Compound compound = dilution.series().get(i).compound();
            materials.add(new Material(
                    compound.label(),
                    compound.stock() + " in DMSO",
                    dilution.stocks().get(i).toString()));
        }
        materials.add(new Material(
                "DMSO",
                "anhydrous, from a fresh or sealed bottle",
                dilution.dmso()
                        .scaled(1 + design.overage())
                        .roundedUp(Volume.microlitres(10))
                        .toString()));
        dilution.labware().stream()
                .filter(labware -> labware.format() != PlateFormat.WELLS_6)
                .forEach(labware -> materials.add(new Material(labware.name(), labware.description(), "1")));
        materials.add(new Material(design.handler().title(), "calibrated; date: ______", ""));
        return materials;
    }
}
