package org.kindlin.assays.collagen;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** The collagen assay's door. */
public final class CollagenAssay implements Assay<CollagenProtocol, CollagenData, CollagenResult> {

    @Override
    public String name() {
        return "collagen";
    }

    @Override
    public String summary() {
        return "Collagen by Sircol or any analyte read off standards: concentration, fractions, treatments against vehicle";
    }

    @Override
    public List<Key<?>> keys() {
        return CollagenKeys.all();
    }

    @Override
    public CollagenProtocol protocol(Resolved settings, Faults faults) {
        return CollagenProtocol.of(settings, faults);
    }

    @Override
    public CollagenData read(List<InputFile> files, CollagenProtocol protocol, Faults faults) {
        return CollagenReader.read(files, protocol, faults);
    }

    @Override
    public CollagenResult analyze(CollagenData data, CollagenProtocol protocol, long seed) {
        return CollagenAnalysis.analyze(data, protocol);
    }

    @Override
    public List<Figure> figures(CollagenResult result, boolean simulated) {
        return CollagenFigures.draw(result, simulated);
    }
}
