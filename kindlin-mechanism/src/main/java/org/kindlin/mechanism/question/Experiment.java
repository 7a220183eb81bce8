package org.kindlin.mechanism.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.ParameterSlot;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.prior.Priors;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.Simulator;
import org.kindlin.mechanism.simulate.TimeCourse;
import org.kindlin.numerics.random.RandomStream;

/**
 * A compiled model with its priors: runs with some parameters changed, and draws from the priors.
 *
 * @param source names the model in faults
 */
public record Experiment(String source, CompiledModel compiled, Priors priors) {
    private static final double ABSOLUTE = 1e-6;
    private static final double RELATIVE = 1e-4;

    /** Compiles a model and reads its priors. */
    public static Experiment of(String source, Model model) {
        Faults faults = new Faults();
        Priors priors = Priors.of(source, model, faults);
        faults.throwIfAny();
        return new Experiment(source, CompiledModel.of(source, model), priors);
    }

    /**
     * A time course.
     *
     * @param changes parameters by name with their values
     * @param names what to observe
     * @throws InputFaultException if a name is none of the model's
     */
    public TimeCourse run(Map<String, Double> changes, double end, int steps, List<String> names) {
        double[] given = compiled.equations().given().clone();
        Map<String, Integer> slots = new HashMap<>();
        List<ParameterSlot> all = compiled.equations().parameters();
        for (int i = 0; i < all.size(); i++) {
            slots.put(all.get(i).id(), i);
        }
        changes.forEach((name, value) -> {
            Integer slot = slots.get(name);
            if (slot == null) {
                throw new InputFaultException(new Fault(source, name, "no parameter of the model", "see its text"));
            }
            given[slot] = value;
        });
        Observables observables = Observables.of(compiled, names, Set.of());
        return Simulator.run(compiled, given, new SimulationOptions(0, end, steps, ABSOLUTE, RELATIVE, 1), observables);
    }

    /** What is observed at the end of a run. */
    public double[] end(Map<String, Double> changes, double end, List<String> names) {
        TimeCourse course = run(changes, end, 1, names);
        return course.values()[course.values().length - 1];
    }

    /** Draws from the priors, each a stream of its own. */
    public List<Map<String, Double>> draws(int count, long seed, boolean subjects) {
        RandomStream random = RandomStream.ofSeed(seed).child("priors");
        return IntStream.range(0, count)
                .mapToObj(i -> priors.draw(random.child(i), subjects))
                .toList();
    }

    /** One set of changes over another. */
    static Map<String, Double> over(Map<String, Double> below, Map<String, Double> above) {
        Map<String, Double> all = new HashMap<>(below);
        all.putAll(above);
        return all;
    }
}
