package org.kindlin.lab.plan.kinase;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.lab.plan.CompoundMaterials;
import org.kindlin.lab.plan.CompoundPlates;
import org.kindlin.lab.plan.Material;
import org.kindlin.lab.plan.Reagent;
import org.kindlin.lab.plan.Volume;

/** What has to stand on the bench before a kinase assay begins. */
final class KinaseMaterials {
    private KinaseMaterials() {}

    static List<Material> of(
            CompoundPlates plates, List<Reagent> reagents, KinaseConditions conditions, KinaseReactionVolumes volumes) {
        List<Material> materials = new ArrayList<>(CompoundMaterials.of(plates));
        materials.add(new Material(
                "Assay plates",
                plates.set().design().format() + ", white, solid bottom, holding at least " + volumes.end(),
                Integer.toString(plates.plates().size())));
        for (String target : conditions.targets()) {
            materials.add(new Material(
                    target + " enzyme", "active kinase; concentration of the lot: ______", "see Reagents"));
        }
        materials.add(new Material("Poly(Glu,Tyr 4:1)", "substrate, stock as under Reagents [A]", "see Reagents"));
        materials.add(
                new Material("ADP-Glo kit", "with ATP, ADP, ADP-Glo and Kinase Detection Reagent", kit(reagents)));
        materials.add(
                new Material("Tris-HCl, MgCl2, BSA, DTT, Brij-35 [A]", "stocks as under Reagents", "see Reagents"));
        materials.add(new Material("Luminescence plate reader", "", "1"));
        materials.add(new Material("Incubator or heating block for plates", "30 °C", "1"));
        return materials;
    }

    private static String kit(List<Reagent> reagents) {
        Volume total = reagents.stream()
                .filter(reagent -> reagent.name().endsWith("Reagent"))
                .map(Reagent::total)
                .reduce(Volume.NONE, Volume::plus);
        return total + " of both reagents";
    }
}
