package org.kindlin.numerics.regression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which global parameter each parameter of the model is, in each group of observations.
 *
 * <p>A single curve has one group and its own parameters. A global fit has one group per curve; there a parameter of
 * the model is one and the same in all groups (shared), another one in each (separate), or common to those groups that
 * have the same key. The model's parameters are numbered in the order of declaration.
 */
public final class ParameterLayout {
    private final List<Parameter> parameters;
    private final int[][] globalIndex;

    private ParameterLayout(List<Parameter> parameters, int[][] globalIndex) {
        this.parameters = List.copyOf(parameters);
        this.globalIndex = globalIndex;
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("two parameters named " + parameter.name());
            }
        }
    }

    /** One group; the model's parameters are these. */
    public static ParameterLayout of(List<Parameter> parameters) {
        return new ParameterLayout(
                parameters, new int[][] {IntStream.range(0, parameters.size()).toArray()});
    }

    /** One group; the model's parameters are these. */
    public static ParameterLayout of(Parameter... parameters) {
        return of(List.of(parameters));
    }

    /** Several groups, numbered in the order of these names. */
    public static Builder acrossGroups(List<String> groups) {
        return new Builder(groups);
    }

    /** The global parameters. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The number of groups. */
    public int groups() {
        return globalIndex.length;
    }

    /** The number of parameters of the model. */
    public int modelParameters() {
        return globalIndex[0].length;
    }

    /** The index of the global parameter that is the model's parameter of this number in this group. */
    public int globalIndex(int group, int modelParameter) {
        return globalIndex[group][modelParameter];
    }

    /** The index of the global parameter of this name. */
    public int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no parameter " + name + " among "
                + parameters.stream().map(Parameter::name).toList());
    }

    /** The same layout with every start moved to these values, within bounds. */
    public ParameterLayout startingAt(double[] values) {
        return new ParameterLayout(
                IntStream.range(0, parameters.size())
                        .mapToObj(i -> parameters.get(i).startingAt(values[i]))
                        .toList(),
                globalIndex);
    }

    /** The same layout with the parameter of this index replaced. */
    public ParameterLayout with(int index, Parameter replacement) {
        List<Parameter> changed = new ArrayList<>(parameters);
        changed.set(index, replacement);
        return new ParameterLayout(changed, globalIndex);
    }

    /** Declares the model's parameters one after another. */
    public static final class Builder {
        private final List<String> groups;
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<int[]> declared = new ArrayList<>();

        private Builder(List<String> groups) {
            if (groups.isEmpty()) {
                throw new IllegalArgumentException("at least one group is needed");
            }
            this.groups = List.copyOf(groups);
        }

        /** The model's next parameter is one parameter for all groups. */
        public Builder shared(Parameter parameter) {
            int index = parameters.size();
            parameters.add(parameter);
            declared.add(groups.stream().mapToInt(group -> index).toArray());
            return this;
        }

        /** The model's next parameter is another one in each group, named {@code name[group]}. */
        public Builder separate(Function<String, Parameter> ofGroup) {
            return sharedBy(group -> group, ofGroup);
        }

        /** The model's next parameter is common to the groups of one key, named {@code name[key]}. */
        public Builder sharedBy(Function<String, String> key, Function<String, Parameter> ofKey) {
            Map<String, Integer> indexOfKey = new LinkedHashMap<>();
            int[] indices = new int[groups.size()];
            for (int g = 0; g < indices.length; g++) {
                indices[g] = indexOfKey.computeIfAbsent(key.apply(groups.get(g)), k -> {
                    Parameter parameter = ofKey.apply(k);
                    parameters.add(parameter.named(parameter.name() + "[" + k + "]"));
                    return parameters.size() - 1;
                });
            }
            declared.add(indices);
            return this;
        }

        /** The finished layout. */
        public ParameterLayout build() {
            int[][] index = new int[groups.size()][declared.size()];
            for (int g = 0; g < index.length; g++) {
                for (int k = 0; k < declared.size(); k++) {
                    index[g][k] = declared.get(k)[g];
                }
            }
            return new ParameterLayout(parameters, index);
        }
    }
}
