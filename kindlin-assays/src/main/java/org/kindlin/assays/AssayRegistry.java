package org.kindlin.assays;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.doseresponse.DoseResponseAssay;
import org.kindlin.assays.kinase.KinaseAssay;

    private AssayRegistry() {}

    public static List<Assay<?, ?, ?>> all() {
        return ALL;
    }

    public static Optional<Assay<?, ?, ?>> find(String name) {
        return ALL.stream().filter(assay -> assay.name().equals(name)).findFirst();
    }
}
