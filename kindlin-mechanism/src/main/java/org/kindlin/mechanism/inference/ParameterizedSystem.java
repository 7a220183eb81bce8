package org.kindlin.mechanism.inference;

import java.util.Arrays;
import java.util.Optional;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;
import org.kindlin.mechanism.compile.StateVariable;
import org.kindlin.mechanism.simulate.ModelTimeRoots;
import org.kindlin.numerics.ode.ParameterPattern;
import org.kindlin.numerics.ode.ParametricSystem;
import org.kindlin.numerics.ode.RootFunctions;
import org.kindlin.numerics.sparse.LuKernel;
import org.kindlin.numerics.sparse.SparsePattern;
import org.kindlin.numerics.sparse.columns.Columns;

/**
 * A compiled model with exchangeable parameters and with derivatives along given directions of them. A workspace.
 */
final class ParameterizedSystem implements ParametricSystem, RootFunctions {
    private final CompiledModel model;
    private final ByParameter byParameter;
    private final DelayFormulas delays;
    private final PastCourse past;
    private final double[] delayedPartials;
    private int[] delayedTo = new int[0];
    private final int size;
    private final int directions;
    private final double[] derivativeWork;
    private final double[] jacobianWork;
    private final double[] rootWork;
    private final double[] linearWork;
    /** The Jacobian's elements, then the partial derivatives by parameters. */
    private final double[] linear;

    private int[] firstFrom = new int[0];
    private double[] firstBy = new double[0];
    private int[] movedFrom = new int[0];
    private int[] movedTo = new int[0];
    private double[] movedBy = new double[0];
    private int moved;
    private ParameterPattern pattern = new ParameterPattern(new int[0], new int[0]);

    /** Read at every evaluation. */
    final double[] parameters;
    /** Derivative of each parameter slot by each direction, slot by slot; see {@link #directionsChanged}. */
    final double[] parameterDirections;

    /**
     * The partial derivatives of a model's rates by its parameters.
     *
     * @param linearisation the elements of the Jacobian and, after them, these: both at once share what they have in common
     * @param state of each its state
     * @param slot of each its parameter slot
     * @param columns works on many columns with the pattern of the model's Jacobian
     */
    record ByParameter(Formulas linearisation, int[] state, int[] slot, Columns columns) {

        /** Those of no parameter. */
        static ByParameter none(CompiledModel model) {
            Graph graph = model.equations().graph();
            return new ByParameter(Formulas.interpreted(graph), new int[0], new int[0], Columns.plain(model.pattern()));
        }

        static ByParameter of(CompiledModel model) {
            Graph graph = model.equations().graph();
            SparseGradient gradient =
                    SparseGradient.of(graph, Op.PARAMETER, model.equations().derivatives());
            int[] jacobian = model.jacobianNodes();
            int[] nodes = Arrays.copyOf(jacobian, jacobian.length + gradient.count());
            System.arraycopy(gradient.nodes(), 0, nodes, jacobian.length, gradient.count());
            return new ByParameter(
                    Formulas.compiled(graph, nodes),
                    gradient.row(),
                    gradient.variable(),
                    Columns.fastest(model.pattern()));
        }
    }

    /**
     * A system.
     *
     * @param past what values of the past are taken from, see {@link PastCourse}
     */
    ParameterizedSystem(
            CompiledModel model, ByParameter byParameter, DelayFormulas delays, PastCourse past, int directions) {
        this.model = model;
        this.byParameter = byParameter;
        this.delays = delays;
        this.past = past;
        this.delayedPartials = new double[delays.byDelayed().count()];
        this.size = model.equations().states().size();
        this.directions = directions;
        int slots = model.equations().parameters().size();
        this.parameters = new double[slots];
        this.parameterDirections = new double[slots * directions];
        this.derivativeWork = model.derivatives().newWork();
        this.jacobianWork = model.jacobian().newWork();
        this.rootWork = model.roots().newWork();
        this.linearWork = byParameter.linearisation().newWork();
        this.linear = new double[byParameter.linearisation().count()];
    }

    @Override
    public int dimension() {
        return size;
    }

    @Override
    public int parameters() {
        return directions;
    }

    @Override
    public void derivatives(double time, double[] state, double[] derivatives) {
        model.derivatives().kernel().evaluate(time, state, parameters, past.values(time), derivativeWork, derivatives);
    }

    @Override
    public SparsePattern jacobianPattern() {
        return model.pattern();
    }

    @Override
    public void jacobian(double time, double[] state, double[] values) {
        model.jacobian().kernel().evaluate(time, state, parameters, past.values(time), jacobianWork, values);
        zeroWhereUndefined(values);
    }

    /** A derivative that does not exist (of a root at zero) is left to the error control. */
    private static void zeroWhereUndefined(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Double.MAX_VALUE)) {
                values[i] = 0;
            }
        }
    }

    @Override
    public void parameterDerivatives(double time, double[] state, double[] values) {
        evaluateLinear(time, state);
        alongDirections(time, state, values);
    }

    @Override
    public void linearise(double time, double[] state, double[] byState, double[] values) {
        evaluateLinear(time, state);
        System.arraycopy(linear, 0, byState, 0, model.pattern().nonZeros());
        alongDirections(time, state, values);
    }

    private void evaluateLinear(double time, double[] state) {
        byParameter.linearisation().kernel().evaluate(time, state, parameters, past.values(time), linearWork, linear);
        zeroWhereUndefined(linear);
    }

    private void alongDirections(double time, double[] state, double[] values) {
        int count = pattern.count();
        for (int e = 0; e < count; e++) {
            values[e] = linear[firstFrom[e]] * firstBy[e];
        }
        for (int e = 0; e < moved; e++) {
            values[movedTo[e]] += linear[movedFrom[e]] * movedBy[e];
        }
        if (delayedPartials.length > 0) {
            addDelayed(time, state, values);
        }
    }

    private void addDelayed(double time, double[] state, double[] values) {
        delays.partials()
                .kernel()
                .evaluate(
                        time,
                        state,
                        parameters,
                        past.values(time),
                        delays.partials().newWork(),
                        delayedPartials);
        zeroWhereUndefined(delayedPartials);
        double[] along = past.along(time);
        for (int k = 0; k < delayedPartials.length; k++) {
            int from = delays.byDelayed().variable()[k] * directions;
            for (int d = 0; d < directions; d++) {
                values[delayedTo[k * directions + d]] += delayedPartials[k] * along[from + d];
            }
        }
    }

    /** The rates of sensitivities, state by state. */
    double[] sensitivityRates(double time, double[] state, double[] sensitivities) {
        double[] jacobian = new double[model.pattern().nonZeros()];
        jacobian(time, state, jacobian);
        double[] direct = new double[pattern.count()];
        parameterDerivatives(time, state, direct);
        double[] rates = new double[sensitivities.length];
        for (int e = 0; e < direct.length; e++) {
            rates[pattern.state()[e] * directions + pattern.parameter()[e]] = direct[e];
        }
        for (int i = 0; i < size; i++) {
            for (int k = model.pattern().rowStart(i); k < model.pattern().rowStart(i + 1); k++) {
                int from = model.pattern().column(k) * directions;
                for (int d = 0; d < directions; d++) {
                    rates[i * directions + d] += jacobian[k] * sensitivities[from + d];
                }
            }
        }
        return rates;
    }

    @Override
    public ParameterPattern parameterPattern() {
        return pattern;
    }

    @Override
    public Columns columns() {
        return byParameter.columns();
    }

    /** Takes in {@link #parameterDirections} after a change: of the products with them only those that are not zero are formed. */
    void directionsChanged() {
        int[] slot = byParameter.slot();
        if (movedTo.length == 0) {
            delayedTo = new int[delayedPartials.length * directions];
            movedFrom = new int[Math.max(1, slot.length) * directions];
            movedTo = new int[movedFrom.length];
            movedBy = new double[movedFrom.length];
            firstFrom = new int[size * directions];
            firstBy = new double[firstFrom.length];
        }
        int[] element = new int[size * directions];
        int[] places = new int[element.length];
        int count = 0;
        moved = 0;
        int first = linear.length - slot.length;
        for (int k = 0; k < slot.length; k++) {
            for (int d = 0; d < directions; d++) {
                double by = parameterDirections[slot[k] * directions + d];
                int place = byParameter.state()[k] * directions + d;
                if (by != 0 && element[place] == 0) {
                    firstFrom[count] = first + k;
                    firstBy[count] = by;
                    places[count++] = place;
                    element[place] = count;
                } else if (by != 0) {
                    movedFrom[moved] = first + k;
                    movedTo[moved] = element[place] - 1;
                    movedBy[moved++] = by;
                }
            }
        }
        for (int k = 0; k < delayedPartials.length; k++) {
            for (int d = 0; d < directions; d++) {
                int place = delays.byDelayed().row()[k] * directions + d;
                if (element[place] == 0) {
                    firstFrom[count] = 0;
                    firstBy[count] = 0;
                    places[count++] = place;
                    element[place] = count;
                }
                delayedTo[k * directions + d] = element[place] - 1;
            }
        }
        keepPattern(Arrays.copyOf(places, count));
    }

    private void keepPattern(int[] places) {
        int[] state = new int[places.length];
        int[] direction = new int[places.length];
        for (int e = 0; e < places.length; e++) {
            state[e] = places[e] / directions;
            direction[e] = places[e] % directions;
        }
        if (!Arrays.equals(state, pattern.state()) || !Arrays.equals(direction, pattern.parameter())) {
            pattern = new ParameterPattern(state, direction);
        }
    }

    @Override
    public boolean isAutonomous() {
        return model.autonomous();
    }

    @Override
    public Optional<LuKernel> luKernel() {
        return model.linear().kernel();
    }

    @Override
    public boolean isAlgebraic(int state) {
        return model.equations().states().get(state).kind() == StateVariable.Kind.ALGEBRAIC;
    }

    @Override
    public int count() {
        return model.roots().count();
    }

    @Override
    public RootFunctions ofTime() {
        return new ModelTimeRoots(model, () -> parameters);
    }

    @Override
    public boolean onlyOfTime() {
        return model.rootsOfTime();
    }

    @Override
    public void values(double time, double[] state, double[] values) {
        model.roots().kernel().evaluate(time, state, parameters, past.values(time), rootWork, values);
    }
}
