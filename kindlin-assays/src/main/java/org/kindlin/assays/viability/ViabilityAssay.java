package org.kindlin.assays.viability;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** The viability assay's door. */
public final class ViabilityAssay implements Assay<ViabilityProtocol, ViabilityData, ViabilityResult> {

    @Override
    public String name() {
        return "viability";
    }

    @Override
    public String summary() {
        return "Growth and killing of cells by a compound (MTT and kin): IC50, growth rate inhibition, lines compared";
    }

    @Override
    public List<Key<?>> keys() {
        return ViabilityKeys.all();
    }

    @Override
    public ViabilityProtocol protocol(Resolved settings, Faults faults) {
        return ViabilityProtocol.of(settings, faults);
    }

    @Override
    public ViabilityData read(List<InputFile> files, ViabilityProtocol protocol, Faults faults) {
        return ViabilityReader.read(files, protocol, faults);
    }

    @Override
    public ViabilityResult analyze(ViabilityData data, ViabilityProtocol protocol, long seed) {
        return ViabilityAnalysis.analyze(data, protocol, seed);
    }

    @Override
    public List<Figure> figures(ViabilityResult result, boolean simulated) {
        return ViabilityFigures.draw(result, simulated);
    }
}
