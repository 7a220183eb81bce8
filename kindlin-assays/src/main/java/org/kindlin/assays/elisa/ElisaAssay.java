package org.kindlin.assays.elisa;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** The in-cell ELISA's door. */
public final class ElisaAssay implements Assay<ElisaProtocol, ElisaData, ElisaResult> {

    @Override
    public String name() {
        return "elisa";
    }

    @Override
    public String summary() {
        return "In-cell ELISA (alpha-SMA): fold over unstimulated, inhibition of activation by dose, loss of cells";
    }

    @Override
    public List<Key<?>> keys() {
        return ElisaKeys.all();
    }

    @Override
    public ElisaProtocol protocol(Resolved settings, Faults faults) {
        return ElisaProtocol.of(settings, faults);
    }

    @Override
    public ElisaData read(List<InputFile> files, ElisaProtocol protocol, Faults faults) {
        return ElisaReader.read(files, protocol, faults);
    }

    @Override
    public ElisaResult analyze(ElisaData data, ElisaProtocol protocol, long seed) {
        return ElisaAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(ElisaResult result, boolean simulated) {
        return ElisaFigures.draw(result, simulated);
    }
}
