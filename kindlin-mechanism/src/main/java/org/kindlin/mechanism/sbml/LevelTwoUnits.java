package org.kindlin.mechanism.sbml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.UnitDefinition;
import org.kindlin.mechanism.model.UnitFactor;

/** The units that Level 2 knows without their being defined; a model may define them otherwise. */
final class LevelTwoUnits {
    private static final List<UnitDefinition> BUILT_IN = List.of(
            unit("substance", "mole", 1),
            unit("volume", "litre", 1),
            unit("area", "metre", 2),
            unit("length", "metre", 1),
            unit("time", "second", 1));

    private LevelTwoUnits() {}

    private static UnitDefinition unit(String id, String kind, double exponent) {
        return new UnitDefinition(id, List.of(new UnitFactor(kind, exponent, 0, 1)), Remarks.NONE);
    }

    /** The model with those definitions that it lacks. */
    static Model define(Model model) {
        Set<String> own = new HashSet<>();
        model.unitDefinitions().forEach(each -> own.add(each.id()));
        ModelBuilder builder = model.toBuilder();
        BUILT_IN.stream().filter(each -> !own.contains(each.id())).forEach(builder::add);
        return builder.build();
    }
}
