package org.kindlin.assays.growth;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Tumour growth in animals. */
public final class GrowthAssay implements Assay<GrowthProtocol, GrowthStudy, GrowthResult> {

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String summary() {
        return "tumour growth in animals: rates, inhibition, combination effects and responses by a mixed model";
    }

    @Override
    public List<Key<?>> keys() {
        return GrowthKeys.ALL;
    }

    @Override
    public GrowthProtocol protocol(Resolved settings, Faults faults) {
        return GrowthKeys.protocol(settings, faults);
    }

    @Override
    public GrowthStudy read(List<InputFile> files, GrowthProtocol protocol, Faults faults) {
        GrowthData data = GrowthReader.read(files, protocol, faults);
        ArmRoles roles = ArmRoles.of(
                data.arms(), protocol.arms(), files.getFirst().data().path(), faults);
        GrowthData dosed =
                protocol.doses().map(doses -> doses.given(data, faults)).orElse(data);
        return new GrowthStudy(dosed, roles);
    }

    @Override
    public GrowthResult analyze(GrowthStudy study, GrowthProtocol protocol, long seed) {
        return GrowthAnalysis.analyze(study.data(), protocol, study.roles(), seed);
    }

    @Override
    public List<Figure> figures(GrowthResult result, boolean simulated) {
        return GrowthFigures.of(result, simulated);
    }
}
