package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/**
 * The conserved moieties of a network: a basis of the left null space of its stoichiometric matrix, by Gauss-Jordan elimination (Sauro and
 * Ingalls, Biophys Chem 2004).
 *
 * <p>Only species that reactions alone change, with constant stoichiometries and no conversion factor, take part.
 */
public final class ConservedMoieties {
    private static final double NOTHING = 1e-9;

    private ConservedMoieties() {}

    /** Every independent conserved sum. */
    public static List<ConservedMoiety> of(Equations equations) {
        Map<String, Integer> rows = eligible(equations);
        List<double[]> matrix = matrix(equations, rows);
        int reactions = equations.model().reactions().size();
        eliminate(matrix, reactions);
        List<ConservedMoiety> found = new ArrayList<>();
        List<Integer> states = rows.values().stream().toList();
        List<double[]> sums = new ArrayList<>();
        for (double[] row : matrix) {
            if (isZero(row, reactions)) {
                sums.add(Arrays.copyOfRange(row, reactions, row.length));
            }
        }
        reduceFromBehind(sums);
        for (double[] sum : sums) {
            moiety(sum, states, found);
        }
        return found;
    }

    /** Rows of the matrix: a species and the state that it is. */
    private static Map<String, Integer> eligible(Equations equations) {
        Model model = equations.model();
        Set<String> excluded = new HashSet<>();
        model.events().forEach(event -> event.assignments().forEach(each -> excluded.add(each.variable())));
        for (Species species : model.species()) {
            if (!species.conversionFactor().isEmpty()
                    || !model.conversionFactor().isEmpty()) {
                excluded.add(species.id());
            }
        }
        for (Reaction reaction : model.reactions()) {
            reaction.reactants().stream().filter(each -> !fixed(each)).forEach(each -> excluded.add(each.species()));
            reaction.products().stream().filter(each -> !fixed(each)).forEach(each -> excluded.add(each.species()));
        }
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int i = 0; i < equations.states().size(); i++) {
            StateVariable state = equations.states().get(i);
            if (state.kind() == StateVariable.Kind.AMOUNT && !excluded.contains(state.id())) {
                rows.put(state.id(), i);
            }
        }
        return rows;
    }

    private static boolean fixed(SpeciesReference reference) {
        return reference.constant()
                && reference.id().isEmpty()
                && reference.stoichiometryMath().isEmpty()
                && reference.stoichiometry().isPresent();
    }

    /** The stoichiometric matrix with the unit matrix behind it. */
    private static List<double[]> matrix(Equations equations, Map<String, Integer> rows) {
        List<Reaction> reactions = equations.model().reactions();
        Map<String, double[]> bySpecies = new HashMap<>();
        List<double[]> matrix = new ArrayList<>();
        for (String id : rows.keySet()) {
            double[] row = new double[reactions.size() + rows.size()];
            row[reactions.size() + matrix.size()] = 1;
            bySpecies.put(id, row);
            matrix.add(row);
        }
        for (int i = 0; i < reactions.size(); i++) {
            if (reactions.get(i).kineticLaw().isPresent()) {
                add(bySpecies, reactions.get(i).reactants(), i, -1);
                add(bySpecies, reactions.get(i).products(), i, 1);
            }
        }
        return matrix;
    }

    private static void add(Map<String, double[]> rows, List<SpeciesReference> references, int column, int sign) {
        for (SpeciesReference reference : references) {
            double[] row = rows.get(reference.species());
            if (row != null) {
                row[column] += sign * reference.stoichiometry().orElse(0);
            }
        }
    }

    private static void eliminate(List<double[]> matrix, int columns) {
        int next = 0;
        for (int column = 0; column < columns && next < matrix.size(); column++) {
            int best = next;
            for (int row = next + 1; row < matrix.size(); row++) {
                if (Math.abs(matrix.get(row)[column]) > Math.abs(matrix.get(best)[column])) {
                    best = row;
                }
            }
            if (Math.abs(matrix.get(best)[column]) <= NOTHING) {
                continue;
            }
            Collections.swap(matrix, best, next);
            for (int row = next + 1; row < matrix.size(); row++) {
                subtract(matrix.get(row), matrix.get(next), column);
            }
            next++;
        }
    }

    /** Reduced echelon form of the sums, so that each has a species that no other has. */
    private static void reduceFromBehind(List<double[]> sums) {
        for (int i = 0; i < sums.size(); i++) {
            int pivot = first(sums.get(i));
            for (int other = 0; other < sums.size(); other++) {
                if (other != i && pivot >= 0) {
                    subtract(sums.get(other), sums.get(i), pivot);
                }
            }
        }
    }

    private static void subtract(double[] row, double[] pivotRow, int column) {
        double factor = row[column] / pivotRow[column];
        if (factor == 0) {
            return;
        }
        for (int i = 0; i < row.length; i++) {
            row[i] -= factor * pivotRow[i];
            row[i] = Math.abs(row[i]) <= NOTHING ? 0 : row[i];
        }
    }

    private static int first(double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            if (sum[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isZero(double[] row, int columns) {
        for (int i = 0; i < columns; i++) {
            if (Math.abs(row[i]) > NOTHING) {
                return false;
            }
        }
        return true;
    }

    private static void moiety(double[] sum, List<Integer> states, List<ConservedMoiety> found) {
        int pivot = first(sum);
        if (pivot < 0) {
            return;
        }
        List<ConservedMoiety.Term> terms = new ArrayList<>();
        for (int i = pivot; i < sum.length; i++) {
            if (sum[i] != 0) {
                terms.add(new ConservedMoiety.Term(states.get(i), sum[i] / sum[pivot]));
            }
        }
        if (terms.size() > 1) {
            found.add(new ConservedMoiety(states.get(pivot), terms));
        }
    }
}
