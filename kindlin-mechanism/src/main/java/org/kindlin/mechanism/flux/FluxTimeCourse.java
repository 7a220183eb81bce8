package org.kindlin.mechanism.flux;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.model.FluxBalance;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.TimeCourse;

/** A flux balance in the shape of a time course: at a steady state every time has the same values. */
public final class FluxTimeCourse {
    private FluxTimeCourse() {}

    /**
     * Whether these names ask for a flux balance rather than a simulation: all are objectives or reactions, and one at least an objective or
     * a reaction without a kinetic law.
     */
    public static boolean asked(Model model, List<String> names) {
        if (model.fluxBalance().isEmpty()) {
            return false;
        }
        List<String> objectives = model.fluxBalance().get().objectives().stream()
                .map(FluxBalance.Objective::id)
                .toList();
        List<String> reactions = model.reactions().stream().map(Reaction::id).toList();
        List<String> lawless = model.reactions().stream()
                .filter(each -> each.kineticLaw().isEmpty())
                .map(Reaction::id)
                .toList();
        boolean all = names.stream().allMatch(each -> objectives.contains(each) || reactions.contains(each));
        boolean needed = names.isEmpty()
                ? lawless.size() == reactions.size()
                : names.stream().anyMatch(each -> objectives.contains(each) || lawless.contains(each));
        return all && needed;
    }

    /** The fluxes and objectives of these names; all of them where none is given. */
    public static TimeCourse of(CompiledModel model, List<String> names, SimulationOptions options) {
        Map<String, Double> solution = FluxBalanceAnalysis.solve(model);
        List<String> shown =
                names.isEmpty() ? solution.keySet().stream().sorted().toList() : names;
        double[] row = shown.stream()
                .mapToDouble(name -> solution.getOrDefault(name, Double.NaN))
                .toArray();
        double[] times = options.times();
        double[][] values = new double[times.length][];
        Arrays.setAll(values, _ -> row.clone());
        return new TimeCourse(shown, times, values);
    }
}
