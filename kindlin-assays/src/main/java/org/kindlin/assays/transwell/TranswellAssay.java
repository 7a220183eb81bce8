package org.kindlin.assays.transwell;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Migration and invasion through membranes. */
public final class TranswellAssay implements Assay<TranswellProtocol, TranswellData, TranswellResult> {

    @Override
    public String name() {
        return "transwell";
    }

    @Override
    public String summary() {
        return "cells that crossed a membrane, counted on pictures or by absorbance; migration and invasion index";
    }

    @Override
    public List<Key<?>> keys() {
        return TranswellKeys.ALL;
    }

    @Override
    public TranswellProtocol protocol(Resolved settings, Faults faults) {
        return TranswellKeys.protocol(settings, faults);
    }

    @Override
    public TranswellData read(List<InputFile> files, TranswellProtocol protocol, Faults faults) {
        return TranswellReader.read(files, protocol, faults);
    }

    @Override
    public TranswellResult analyze(TranswellData data, TranswellProtocol protocol, long seed) {
        return TranswellAnalysis.analyze(data, protocol);
    }

    @Override
    public List<Figure> figures(TranswellResult result, boolean simulated) {
        return TranswellFigures.of(result, simulated);
    }
}
