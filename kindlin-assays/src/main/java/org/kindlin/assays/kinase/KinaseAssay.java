package org.kindlin.assays.kinase;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** The kinase assay's door. */
public final class KinaseAssay implements Assay<KinaseProtocol, KinaseData, KinaseResult> {

    @Override
    public String name() {
        return "kinase";
    }

    @Override
    public String summary() {
        return "Inhibition of a kinase by a compound (ADP-Glo and other ADP readouts): IC50, Ki, selectivity";
    }

    @Override
    public List<Key<?>> keys() {
        return KinaseKeys.all();
    }

    @Override
    public KinaseProtocol protocol(Resolved settings, Faults faults) {
        return KinaseProtocol.of(settings, faults);
    }

    @Override
    public KinaseData read(List<InputFile> files, KinaseProtocol protocol, Faults faults) {
        return KinaseReader.read(files, protocol, faults);
    }

    @Override
    public KinaseResult analyze(KinaseData data, KinaseProtocol protocol, long seed) {
        return KinaseAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(KinaseResult result, boolean simulated) {
        return KinaseFigures.draw(result, simulated);
    }
}
