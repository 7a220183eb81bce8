package org.kindlin.assays.survival;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Time to an event, by arm. */
public final class SurvivalAssay implements Assay<SurvivalProtocol, SurvivalData, SurvivalResult> {

    @Override
    public String name() {
        return "survival";
    }

    @Override
    public String summary() {
        return "time to an event by arm: curves, medians, log-rank family, Cox model, restricted means, competing events";
    }

    @Override
    public List<Key<?>> keys() {
        return SurvivalKeys.ALL;
    }

    @Override
    public SurvivalProtocol protocol(Resolved settings, Faults faults) {
        return SurvivalKeys.protocol(settings, faults);
    }

    @Override
    public SurvivalData read(List<InputFile> files, SurvivalProtocol protocol, Faults faults) {
        return SurvivalReader.read(files, protocol, faults);
    }

    @Override
    public SurvivalResult analyze(SurvivalData data, SurvivalProtocol protocol, long seed) {
        boolean isOneCurve = data.rows().stream().allMatch(row -> row.arm().isEmpty())
                && protocol.columns().arm().filter("none"::equalsIgnoreCase).isPresent();
        boolean isFound = data.armColumn().isPresent() || isOneCurve;
        return SurvivalAnalysis.analyze(data, isFound ? protocol.withArm(data.armColumn()) : protocol, seed);
    }

    @Override
    public List<Figure> figures(SurvivalResult result, boolean simulated) {
        return SurvivalFigures.of(result, simulated);
    }
}
