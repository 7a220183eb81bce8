package org.kindlin.assays.biomarker;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Change of biomarkers from before to after. */
public final class BiomarkerAssay implements Assay<BiomarkerProtocol, BiomarkerData, BiomarkerResult> {

    @Override
    public String name() {
        return "biomarker";
    }

    @Override
    public String summary() {
        return "paired change of biomarkers: percent change, ratios, exact rank and sign-flip tests, arms by covariance";
    }

    @Override
    public List<Key<?>> keys() {
        return BiomarkerKeys.ALL;
    }

    @Override
    public BiomarkerProtocol protocol(Resolved settings, Faults faults) {
        return BiomarkerKeys.protocol(settings, faults);
    }

    @Override
    public BiomarkerData read(List<InputFile> files, BiomarkerProtocol protocol, Faults faults) {
        BiomarkerData data = BiomarkerReader.read(files, protocol, faults);
        return protocol.isComposition() && !faults.any()
                ? new BiomarkerData(
                        Composition.centred(data.pairs(), protocol, faults), data.exclusions(), data.points())
                : data;
    }

    @Override
    public BiomarkerResult analyze(BiomarkerData data, BiomarkerProtocol protocol, long seed) {
        return BiomarkerAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(BiomarkerResult result, boolean simulated) {
        return BiomarkerFigures.of(result, simulated);
    }
}
