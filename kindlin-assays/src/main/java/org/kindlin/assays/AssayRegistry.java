package org.kindlin.assays;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.adhesion.AdhesionAssay;
import org.kindlin.assays.biomarker.BiomarkerAssay;
import org.kindlin.assays.blot.BlotAssay;
import org.kindlin.assays.collagen.CollagenAssay;
import org.kindlin.assays.combination.CombinationAssay;
import org.kindlin.assays.cytometry.CytometryAssay;
import org.kindlin.assays.doseresponse.DoseResponseAssay;
import org.kindlin.assays.elisa.ElisaAssay;
import org.kindlin.assays.growth.GrowthAssay;
import org.kindlin.assays.kinase.KinaseAssay;
import org.kindlin.assays.pharmacokinetics.PharmacokineticsAssay;
import org.kindlin.assays.proliferation.ProliferationAssay;
import org.kindlin.assays.response.ResponseAssay;
import org.kindlin.assays.survival.SurvivalAssay;
import org.kindlin.assays.tracks.TracksAssay;
import org.kindlin.assays.transwell.TranswellAssay;
import org.kindlin.assays.viability.ViabilityAssay;
import org.kindlin.assays.wound.WoundAssay;

/** Every assay there is. A new one adds its line here, and nothing else outside its own package. */
public final class AssayRegistry {
    private static final List<Assay<?, ?, ?>> ALL = List.of(
            new DoseResponseAssay(),
            new CombinationAssay(),
            new KinaseAssay(),
            new ViabilityAssay(),
            new ElisaAssay(),
            new CollagenAssay(),
            new ProliferationAssay(),
            new TracksAssay(),
            new GrowthAssay(),
            new SurvivalAssay(),
            new CytometryAssay(),
            new ResponseAssay(),
            new BlotAssay(),
            new PharmacokineticsAssay(),
            new WoundAssay(),
            new TranswellAssay(),
            new AdhesionAssay(),
            new BiomarkerAssay());

    private AssayRegistry() {}

    public static List<Assay<?, ?, ?>> all() {
        return ALL;
    }

    public static Optional<Assay<?, ?, ?>> find(String name) {
        return ALL.stream().filter(assay -> assay.name().equals(name)).findFirst();
    }
}
