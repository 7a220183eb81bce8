package org.kindlin.assays.wound;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Scratch assays from their pictures. */
public final class WoundAssay implements Assay<WoundProtocol, WoundData, WoundResult> {

    @Override
    public String name() {
        return "wound";
    }

    @Override
    public String summary() {
        return "open area of a scratch over time, closure, edge velocity, half-closure time; says when it cannot tell";
    }

    @Override
    public List<Key<?>> keys() {
        return WoundKeys.ALL;
    }

    @Override
    public WoundProtocol protocol(Resolved settings, Faults faults) {
        return WoundKeys.protocol(settings);
    }

    @Override
    public WoundData read(List<InputFile> files, WoundProtocol protocol, Faults faults) {
        return WoundReader.read(files, protocol, faults);
    }

    @Override
    public WoundResult analyze(WoundData data, WoundProtocol protocol, long seed) {
        return WoundAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(WoundResult result, boolean simulated) {
        return WoundFigures.of(result, simulated);
    }
}
