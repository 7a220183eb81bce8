package org.kindlin.mechanism.flux;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FluxBalance;
import org.kindlin.mechanism.model.FluxBalance.Bound;
import org.kindlin.mechanism.model.FluxBalance.Objective;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;
import org.kindlin.mechanism.simulate.InitialPoint;

/**
 * Flux balance analysis: maximise (or minimise) c v over the speeds v of reactions with N v = 0 for every species that reactions change,
 * within the bounds of v. Bounds and stoichiometries are those of the start. Solved by the simplex method.
 */
public final class FluxBalanceAnalysis {
    private static final int MOST_REACTIONS = 3000;
    private static final int MOST_ITERATIONS = 1_000_000;

    private final Equations equations;
    private final FluxBalance asked;
    private final InitialPoint start;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<LinearConstraint> constraints = new ArrayList<>();

    private FluxBalanceAnalysis(CompiledModel model, FluxBalance asked) {
        this.equations = model.equations();
        this.asked = asked;
        this.start = InitialPoint.of(equations, equations.given(), 0);
        for (Reaction reaction : equations.model().reactions()) {
            columns.put(reaction.id(), columns.size());
        }
    }

    /**
     * The speed of each reaction and the value of each objective; NaN where the bounds admit nothing or no optimum.
     *
     * @throws InputFaultException where the model asks for no such analysis, or for one too large
     */
    public static Map<String, Double> solve(CompiledModel model) {
        FluxBalance asked = model.equations()
                .model()
                .fluxBalance()
                .orElseThrow(() -> fault(
                        model, "asks for no flux balance analysis", "give the model flux bounds and an objective"));
        int reactions = model.equations().model().reactions().size();
        if (reactions == 0 || reactions > MOST_REACTIONS) {
            throw fault(model, "has " + reactions + " reactions", "flux balance takes 1 to " + MOST_REACTIONS);
        }
        return new FluxBalanceAnalysis(model, asked).solve(model, objective(model, asked));
    }

    private static Objective objective(CompiledModel model, FluxBalance asked) {
        return asked.objectives().stream()
                .filter(each -> asked.activeObjective().isEmpty() || each.id().equals(asked.activeObjective()))
                .findFirst()
                .orElseThrow(() ->
                        fault(model, "has no objective '" + asked.activeObjective() + "'", "name one of the list"));
    }

    private static InputFaultException fault(CompiledModel model, String problem, String remedy) {
        return new InputFaultException(new Fault(model.source(), "", problem, remedy));
    }

    private Map<String, Double> solve(CompiledModel model, Objective objective) {
        balances();
        asked.bounds().forEach(bound -> bound(model, bound));
        double[] weights = weights(model, objective);
        Map<String, Double> result = new HashMap<>();
        double[] speeds = optimum(weights, objective.maximize());
        columns.forEach((id, column) -> result.put(id, speeds[column]));
        for (Objective each : asked.objectives()) {
            double[] own = weights(model, each);
            double value = 0;
            for (int i = 0; i < own.length; i++) {
                value += own[i] * speeds[i];
            }
            result.put(each.id(), value);
        }
        return result;
    }

    private double[] optimum(double[] weights, boolean maximize) {
        try {
            PointValuePair found = new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_ITERATIONS),
                            new LinearObjectiveFunction(weights, 0),
                            new LinearConstraintSet(constraints),
                            maximize ? GoalType.MAXIMIZE : GoalType.MINIMIZE,
                            new NonNegativeConstraint(false));
            return found.getPoint();
        } catch (MathIllegalStateException none) { // infeasible or unbounded: there is no optimum to tell
            double[] unknown = new double[weights.length];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
    }

    private double[] weights(CompiledModel model, Objective objective) {
        double[] weights = new double[columns.size()];
        objective.terms().forEach(term -> weights[column(model, term.reaction())] += term.coefficient());
        return weights;
    }

    private int column(CompiledModel model, String reaction) {
        Integer column = columns.get(reaction);
        if (column == null) {
            throw fault(model, "names '" + reaction + "' in its flux balance, which is no reaction", "mend the name");
        }
        return column;
    }

    private void bound(CompiledModel model, Bound bound) {
        double limit = switch (bound.value()) {
            case Expression.Literal literal -> literal.value();
            case Expression.Symbol symbol -> value(model, symbol.id());
            default -> throw fault(model, "bounds a flux by a formula", "name a parameter");
        };
        if (Double.isInfinite(limit)) {
            return;
        }
        double[] row = new double[columns.size()];
        row[column(model, bound.reaction())] = 1;
        constraints.add(new LinearConstraint(row, bound.upper() ? Relationship.LEQ : Relationship.GEQ, limit));
    }

    private double value(CompiledModel model, String id) {
        Integer node = equations.values().get(id);
        double value = node == null ? Double.NaN : start.value(equations, node);
        if (Double.isNaN(value)) {
            throw fault(model, "bounds a flux by '" + id + "', which has no value", "give it one");
        }
        return value;
    }

    /** One balance for each species that reactions change. */
    private void balances() {
        Map<String, double[]> rows = new HashMap<>();
        Set<String> fixed = new HashSet<>();
        List<String> order = new ArrayList<>();
        for (Species species : equations.model().species()) {
            if (species.boundaryCondition() || species.constant()) {
                fixed.add(species.id());
            }
            order.add(species.id());
            rows.put(species.id(), new double[columns.size()]);
        }
        int column = 0;
        for (Reaction reaction : equations.model().reactions()) {
            add(rows, reaction.reactants(), column, -1);
            add(rows, reaction.products(), column, 1);
            column++;
        }
        for (String id : order) {
            double[] row = rows.get(id);
            if (row != null && !fixed.contains(id)) {
                constraints.add(new LinearConstraint(row, Relationship.EQ, 0));
            }
        }
    }

    private void add(Map<String, double[]> rows, List<SpeciesReference> references, int column, int sign) {
        for (SpeciesReference reference : references) {
            double[] row = rows.get(reference.species());
            if (row != null) {
                row[column] += sign * stoichiometry(reference);
            }
        }
    }

    private double stoichiometry(SpeciesReference reference) {
        Integer node = reference.id().isEmpty() ? null : equations.values().get(reference.id());
        return node == null ? reference.stoichiometry().orElse(1) : start.value(equations, node);
    }
}
