package org.kindlin.assays.event.gating;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.event.Spillover;

/** Gates that name the spillover of the file made to carry the matrix themselves, so that they mean it for any file. */
public final class EmbeddedSpillover {
    private EmbeddedSpillover() {}

    /** The document in which {@link Dimension#AS_IN_FILE} is this matrix; the same where no gate refers to it. */
    public static GatingDocument in(GatingDocument document, Spillover spillover) {
        boolean isNeeded = document.gates().stream()
                .flatMap(gate -> gate.dimensions().stream())
                .anyMatch(EmbeddedSpillover::isAsInFile);
        if (!isNeeded) {
            return document;
        }
        String id = freeId(document);
        Map<String, SpectrumMatrix> matrices = new LinkedHashMap<>(document.matrices());
        matrices.put(id, SpectrumMatrix.of(id, spillover));
        List<Gate> gates = document.gates().stream()
                .map(gate -> GateDimensions.replaced(
                        gate, dimension -> isAsInFile(dimension) ? dimension.compensatedBy(id) : dimension))
                .toList();
        return new GatingDocument(gates, document.transformations(), matrices);
    }

    private static String freeId(GatingDocument document) {
        String id = "spillover";
        for (int i = 2; document.matrices().containsKey(id); i++) {
            id = "spillover " + i;
        }
        return id;
    }

    private static boolean isAsInFile(Dimension dimension) {
        return dimension.compensation().equals(Dimension.AS_IN_FILE);
    }
}
