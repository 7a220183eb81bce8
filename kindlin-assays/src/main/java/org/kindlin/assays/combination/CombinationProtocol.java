package org.kindlin.assays.combination;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.quality.QualityProtocol;
import org.kindlin.assays.plate.reader.PlateReading;
import org.kindlin.numerics.combination.NullModel;

/**
 * The parameters of a combination analysis.
 *
 * @param columns where the file keeps doses, response, and what splits it
 * @param first name of the first agent
 * @param second name of the second agent
 * @param firstUnit unit of its doses; may be empty
 * @param secondUnit unit of its doses; may be empty
 * @param background signal of the full effect, on the scale of signals
 * @param judged null model that the verdict is given on
 * @param models null models that are reported, the judged one among them
 * @param rounds of the bootstrap
 * @param level of intervals
 * @param reading which read of a plate is analysed, and how strictly its file is read
 * @param quality how plates are judged
 */
public record CombinationProtocol(
        Columns columns,
        String first,
        String second,
        String firstUnit,
        String secondUnit,
        ResponseScale scale,
        double background,
        NullModel judged,
        List<NullModel> models,
        int rounds,
        double level,
        PlateReading reading,
        QualityProtocol quality) {

    public CombinationProtocol {
        models = List.copyOf(models);
    }

    /** Which null models are reported. */
    enum Models {
        ALL,
        JUDGED
    }

    /** Names of columns. */
    public record Columns(
            String firstDose, String secondDose, String response, List<String> by, Optional<String> exclude) {
        public Columns {
            by = List.copyOf(by);
        }
    }
}
