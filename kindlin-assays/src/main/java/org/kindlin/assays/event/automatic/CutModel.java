package org.kindlin.assays.event.automatic;

import java.util.Optional;
import org.kindlin.numerics.statistics.BinnedSample;
import org.kindlin.numerics.statistics.KernelDensity;
import org.kindlin.numerics.statistics.TwoNormals;

/** How the place between two populations of one channel is found. */
public enum CutModel {
    /** Where two normal distributions cross; none where they do not stand apart (Ashman's D below 3). */
    MIXTURE("where two normal distributions cross (EM; Ashman's D at least 3)") {
        @Override
        Optional<Double> place(BinnedSample sample) {
            double middle = (sample.quantile(0.01) + sample.quantile(0.99)) / 2;
            return TwoNormals.fit(sample, middle).map(TwoNormals::threshold);
        }
    },
    /** The deepest valley between two modes of a Gaussian kernel density; none where there is one mode. */
    DENSITY("the deepest valley between two modes of a kernel density (Silverman's bandwidth)") {
        @Override
        Optional<Double> place(BinnedSample sample) {
            return KernelDensity.of(sample).deepestValley().map(KernelDensity.Valley::at);
        }
    };

    private final String sentence;

    CutModel(String sentence) {
        this.sentence = sentence;
    }

    /** The model as a methods section has it. */
    public String sentence() {
        return sentence;
    }

    /** The other model, against which a cut by this one is held. */
    CutModel other() {
        return this == MIXTURE ? DENSITY : MIXTURE;
    }

    /** Where the sample is cut; empty where it does not show two populations. */
    abstract Optional<Double> place(BinnedSample sample);
}
