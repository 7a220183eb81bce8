package org.kindlin.assays.cytometry;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** The cytometry assay's door. */
public final class CytometryAssay implements Assay<CytometryProtocol, CytometryData, CytometryResult> {

    @Override
    public String name() {
        return "cytometry";
    }

    @Override
    public String summary() {
        return "populations of flow cytometry files under gates: counts, frequencies, medians";
    }

    @Override
    public List<Key<?>> keys() {
        return CytometryKeys.ALL;
    }

    @Override
    public boolean readsEvents() {
        return true;
    }

    @Override
    public CytometryProtocol protocol(Resolved settings, Faults faults) {
        return CytometryKeys.protocol(settings);
    }

    @Override
    public CytometryData read(List<InputFile> files, CytometryProtocol protocol, Faults faults) {
        return CytometryReader.read(files, protocol, faults);
    }

    @Override
    public CytometryResult analyze(CytometryData data, CytometryProtocol protocol, long seed) {
        return CytometryAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(CytometryResult result, boolean simulated) {
        return CytometryFigures.draw(result, simulated);
    }
}
