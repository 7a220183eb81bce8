package org.kindlin.assays.proliferation;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Division of cells by dilution of a dye. */
public final class ProliferationAssay implements Assay<ProliferationProtocol, ProliferationData, ProliferationResult> {

    @Override
    public String name() {
        return "proliferation";
    }

    @Override
    public String summary() {
        return "divisions of cells by dilution of a dye (CFSE, CTV, CPD): generations, division index, over dose";
    }

    @Override
    public List<Key<?>> keys() {
        return ProliferationKeys.ALL;
    }

    @Override
    public boolean readsEvents() {
        return true;
    }

    @Override
    public ProliferationProtocol protocol(Resolved settings, Faults faults) {
        return ProliferationKeys.protocol(settings, faults);
    }

    @Override
    public ProliferationData read(List<InputFile> files, ProliferationProtocol protocol, Faults faults) {
        return ProliferationReader.read(files, protocol, faults);
    }

    @Override
    public ProliferationResult analyze(ProliferationData data, ProliferationProtocol protocol, long seed) {
        return ProliferationAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(ProliferationResult result, boolean simulated) {
        return ProliferationFigures.of(result, simulated);
    }
}
