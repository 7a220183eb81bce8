package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kindlin.assays.plate.quality.ControlNoise;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;

/** How much a well counts in a curve. */
public enum CurveWeights {
    /** By the inverse of the variance that the scatter of the control wells gives a well of its fitted signal. */
    CONTROLS,
    /** Every well alike. */
    CONSTANT;

    /** The key of every assay whose curves can be weighted so. */
    public static final Key<CurveWeights> KEY = Key.choice(
            "weights",
            CurveWeights.class,
            CONTROLS,
            "How much a well counts in a curve: by the scatter that the control wells show at its signal, or all alike");

    /** The noise that the controls of every target's plates show together; empty where wells are weighted alike. */
    public Map<String, Optional<ControlNoise>> noises(List<AssayBlock> blocks) {
        return noises(blocks, WellNoise::controls);
    }

    /** The noise that groups of replicates of every target's plates show together. */
    public Map<String, Optional<ControlNoise>> noises(
            List<AssayBlock> blocks, Function<AssayBlock, List<double[]>> replicates) {
        Map<String, List<List<double[]>>> controls = new LinkedHashMap<>();
        blocks.forEach(block ->
                controls.computeIfAbsent(block.target(), _ -> new ArrayList<>()).add(replicates.apply(block)));
        Map<String, Optional<ControlNoise>> noises = new LinkedHashMap<>();
        controls.forEach((target, of) -> noises.put(target, this == CONTROLS ? ControlNoise.of(of) : Optional.empty()));
        return noises;
    }

    /** The warning that controls are too few to weight by. */
    public Optional<Warning> warning(Optional<ControlNoise> noise) {
        return this == CONSTANT || noise.isPresent()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "noise-not-estimable",
                        "The control replicates are too few to tell how scatter grows with signal (at least "
                                + ControlNoise.FEWEST
                                + " degrees of freedom are needed among high and among low controls): every well is"
                                + " weighted alike, and intervals are too wide where scatter grows with signal."));
    }

    /** The sentence of a methods paragraph, by the name of each target. */
    public String sentence(Map<String, Optional<ControlNoise>> noises) {
        return sentence(noises, "the control replicates");
    }

    /** The same where other replicates told. */
    public String sentence(Map<String, Optional<ControlNoise>> noises, String replicates) {
        if (this == CONSTANT) {
            return "Every well was weighted alike.";
        }
        List<String> told = new ArrayList<>();
        noises.forEach((target, noise) -> told.add(target + ": "
                + noise.map(CurveWeights::describe).orElse("not estimable, so every well was weighted alike")));
        return "Every well was weighted by 1/(floor^2 + (cv x signal)^2) at its fitted signal, refitted until the weights"
                + " stood still, with the floor and cv of " + replicates + " of the target's plates (Carroll and"
                + " Ruppert 1988): "
                + String.join("; ", told)
                + ".";
    }

    private static String describe(ControlNoise noise) {
        return "cv " + Prose.number(100 * noise.function().cv()) + " %, floor "
                + Prose.number(100 * noise.function().floor()) + " % of the largest control mean, "
                + noise.degreesOfFreedomHigh() + " degrees of freedom of high and " + noise.degreesOfFreedomLow()
                + " of low controls";
    }
}
