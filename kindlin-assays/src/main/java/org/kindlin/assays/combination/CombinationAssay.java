package org.kindlin.assays.combination;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Combinations of two agents over a matrix of doses. */
public final class CombinationAssay implements Assay<CombinationProtocol, CombinationData, CombinationResult> {

    @Override
    public String name() {
        return "combination";
    }

    @Override
    public String summary() {
        return "excess of two agents over Bliss, Loewe, highest single agent and ZIP from a matrix of doses";
    }

    @Override
    public List<Key<?>> keys() {
        return CombinationKeys.ALL;
    }

    @Override
    public CombinationProtocol protocol(Resolved settings, Faults faults) {
        return CombinationKeys.protocol(settings, faults);
    }

    @Override
    public CombinationData read(List<InputFile> files, CombinationProtocol protocol, Faults faults) {
        return CombinationReader.read(files, protocol, faults);
    }

    @Override
    public CombinationResult analyze(CombinationData data, CombinationProtocol protocol, long seed) {
        return CombinationAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(CombinationResult result, boolean simulated) {
        return CombinationFigures.of(result, simulated);
    }
}
