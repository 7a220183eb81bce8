package org.kindlin.assays.blot;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Western blots and gels from their pictures. */
public final class BlotAssay implements Assay<BlotProtocol, BlotData, BlotResult> {

    @Override
    public String name() {
        return "blot";
    }

    @Override
    public String summary() {
        return "lanes and bands of blots and gels without a click, phospho-ratios, fold changes, target engagement";
    }

    @Override
    public List<Key<?>> keys() {
        return BlotKeys.ALL;
    }

    @Override
    public BlotProtocol protocol(Resolved settings, Faults faults) {
        return BlotKeys.protocol(settings, faults);
    }

    @Override
    public BlotData read(List<InputFile> files, BlotProtocol protocol, Faults faults) {
        return BlotReader.read(files, protocol, faults);
    }

    @Override
    public BlotResult analyze(BlotData data, BlotProtocol protocol, long seed) {
        return BlotAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(BlotResult result, boolean simulated) {
        return BlotFigures.of(result, simulated);
    }
}
