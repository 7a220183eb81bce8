package org.kindlin.benchmarks.trajectories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Derivatives;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.Gradient;
import org.kindlin.mechanism.compile.Op;
import org.kindlin.numerics.ode.ParameterPattern;
import org.kindlin.numerics.ode.ParametricSystem;

/** A compiled model with fixed parameters and derivatives by the logarithms of those that are not zero. */
final class LogarithmicSensitivities extends FixedCourse implements ParametricSystem {
    private final double[] parameters;
    private final Formulas linearisation;
    private final double[] linear;
    private final double[] work;
    private final ParameterPattern pattern;
    private final int[] nodes;
    private final int columns;

    LogarithmicSensitivities(CompiledModel model, double[] parameters) {
        super(model, parameters);
        this.parameters = parameters;
        List<Gradient> gradients = new Derivatives(model.equations().graph(), Op.PARAMETER)
                .of(model.equations().derivatives());
        List<Integer> slots = new ArrayList<>();
        List<Integer> states = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        List<Integer> column = new ArrayList<>();
        for (int i = 0; i < gradients.size(); i++) {
            for (int k = 0; k < gradients.get(i).variables().length; k++) {
                int slot = gradients.get(i).variables()[k];
                if (parameters[slot] != 0) {
                    if (!slots.contains(slot)) {
                        slots.add(slot);
                    }
                    states.add(i);
                    column.add(slots.indexOf(slot));
                    found.add(gradients.get(i).nodes()[k]);
                }
            }
        }
        this.columns = slots.size();
        this.pattern = new ParameterPattern(array(states), array(column));
        this.nodes = array(found);
        int first = model.pattern().nonZeros();
        int[] all = Arrays.copyOf(model.jacobianNodes(), first + nodes.length);
        for (int e = 0; e < nodes.length; e++) {
            nodes[e] = model.equations()
                    .graph()
                    .multiply(nodes[e], model.equations().graph().parameter(slots.get(column.get(e))));
            all[first + e] = nodes[e];
        }
        this.linearisation = Formulas.compiled(model.equations().graph(), all);
        this.linear = new double[all.length];
        this.work = linearisation.newWork();
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The nodes of ∂f/∂ ln p in the order of the pattern. */
    int[] nodes() {
        return nodes.clone();
    }

    @Override
    public int parameters() {
        return columns;
    }

    @Override
    public ParameterPattern parameterPattern() {
        return pattern;
    }

    @Override
    public void parameterDerivatives(double time, double[] state, double[] values) {
        linearisation.kernel().evaluate(time, state, parameters, NO_PAST, work, linear);
        System.arraycopy(linear, linear.length - nodes.length, values, 0, nodes.length);
    }

    @Override
    public void linearise(double time, double[] state, double[] byState, double[] byParameter) {
        parameterDerivatives(time, state, byParameter);
        System.arraycopy(linear, 0, byState, 0, linear.length - nodes.length);
    }
}
