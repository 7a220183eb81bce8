package org.kindlin.assays.doseresponse;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Dose-response curves from tidy tables of doses and responses. */
public final class DoseResponseAssay implements Assay<DoseResponseProtocol, DoseResponseData, DoseResponseResult> {

    @Override
    public String name() {
        return "dose-response";
    }

    @Override
    public String summary() {
        return "mid-point, slope and plateaus of dose-response curves from tidy tables";
    }

    @Override
    public List<Key<?>> keys() {
        return DoseResponseKeys.ALL;
    }

    @Override
    public DoseResponseProtocol protocol(Resolved settings, Faults faults) {
        return DoseResponseKeys.protocol(settings, faults);
    }

    @Override
    public DoseResponseData read(List<InputFile> files, DoseResponseProtocol protocol, Faults faults) {
        return DoseResponseReader.read(files, protocol, faults);
    }

    @Override
    public DoseResponseResult analyze(DoseResponseData data, DoseResponseProtocol protocol, long seed) {
        return DoseResponseAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(DoseResponseResult result, boolean simulated) {
        return DoseResponseFigures.of(result, simulated);
    }
}
