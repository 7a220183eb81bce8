package org.kindlin.assays.adhesion;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Focal adhesions from still pictures and films. */
public final class AdhesionAssay implements Assay<AdhesionProtocol, AdhesionData, AdhesionResult> {

    @Override
    public String name() {
        return "adhesion";
    }

    @Override
    public String summary() {
        return "focal adhesions: number, area, length, alignment, ratio of two stains; assembly and disassembly in"
                + " films";
    }

    @Override
    public List<Key<?>> keys() {
        return AdhesionKeys.ALL;
    }

    @Override
    public AdhesionProtocol protocol(Resolved settings, Faults faults) {
        return AdhesionKeys.protocol(settings, faults);
    }

    @Override
    public AdhesionData read(List<InputFile> files, AdhesionProtocol protocol, Faults faults) {
        return AdhesionReader.read(files, protocol, faults);
    }

    @Override
    public AdhesionResult analyze(AdhesionData data, AdhesionProtocol protocol, long seed) {
        return AdhesionAnalysis.analyze(data, protocol);
    }

    @Override
    public List<Figure> figures(AdhesionResult result, boolean simulated) {
        return AdhesionFigures.of(result, simulated);
    }
}
