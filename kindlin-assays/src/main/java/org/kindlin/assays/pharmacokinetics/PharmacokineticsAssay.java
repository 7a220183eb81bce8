package org.kindlin.assays.pharmacokinetics;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Concentrations over time after a dose, without a compartment model. */
public final class PharmacokineticsAssay
        implements Assay<PharmacokineticsProtocol, PharmacokineticsData, PharmacokineticsResult> {

    @Override
    public String name() {
        return "pharmacokinetics";
    }

    @Override
    public String summary() {
        return "exposure, half-life and clearance from concentrations over time, by non-compartmental analysis";
    }

    @Override
    public List<Key<?>> keys() {
        return PharmacokineticsKeys.ALL;
    }

    @Override
    public PharmacokineticsProtocol protocol(Resolved settings, Faults faults) {
        return PharmacokineticsKeys.protocol(settings, faults);
    }

    @Override
    public PharmacokineticsData read(List<InputFile> files, PharmacokineticsProtocol protocol, Faults faults) {
        return PharmacokineticsReader.read(files, protocol, faults);
    }

    @Override
    public PharmacokineticsResult analyze(PharmacokineticsData data, PharmacokineticsProtocol protocol, long seed) {
        return PharmacokineticsAnalysis.analyze(data, protocol);
    }

    @Override
    public List<Figure> figures(PharmacokineticsResult result, boolean simulated) {
        return PharmacokineticsFigures.of(result, simulated);
    }
}
