package org.kindlin.mechanism.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/**
 * A model as a graph with two kinds of nodes: pools and processes.
 *
 * @param nodes species, then reactions
 * @param edges in the order of the reactions
 */
record Network(List<Node> nodes, List<Edge> edges) {

    /** What an edge says. */
    enum Kind {
        CONSUMPTION,
        PRODUCTION,
        STIMULATION,
        INHIBITION,
        MODULATION
    }

    /**
     * A node.
     *
     * @param name for people; the identifier where there is none
     * @param sboTerm may be empty
     */
    record Node(String id, String name, boolean process, String compartment, String sboTerm) {}

    /** An edge; consumption runs from pool to process, production from process to pool. */
    record Edge(String from, String to, Kind kind, double stoichiometry) {}

    static Network of(Model model) {
        List<Node> nodes = new ArrayList<>();
        for (Species one : model.species()) {
            nodes.add(new Node(
                    one.id(),
                    name(one.remarks().name(), one.id()),
                    false,
                    one.compartment(),
                    one.remarks().sboTerm()));
        }
        List<Edge> edges = new ArrayList<>();
        Influence influence = new Influence(model);
        for (Reaction reaction : model.reactions()) {
            nodes.add(new Node(
                    reaction.id(),
                    name(reaction.remarks().name(), reaction.id()),
                    true,
                    reaction.compartment(),
                    reaction.remarks().sboTerm()));
            reaction.reactants()
                    .forEach(one -> edges.add(new Edge(
                            one.species(),
                            reaction.id(),
                            Kind.CONSUMPTION,
                            one.stoichiometry().orElse(1))));
            reaction.products()
                    .forEach(one -> edges.add(new Edge(
                            reaction.id(),
                            one.species(),
                            Kind.PRODUCTION,
                            one.stoichiometry().orElse(1))));
            modulations(model, reaction, influence, edges);
        }
        return new Network(List.copyOf(nodes), List.copyOf(edges));
    }

    private static String name(String name, String id) {
        return name.isEmpty() ? id : name;
    }

    private static void modulations(Model model, Reaction reaction, Influence influence, List<Edge> edges) {
        if (reaction.kineticLaw().isEmpty()) {
            return;
        }
        Set<String> taking = new HashSet<>();
        Stream.concat(reaction.reactants().stream(), reaction.products().stream())
                .map(SpeciesReference::species)
                .forEach(taking::add);
        for (Species one : model.species()) {
            Influence.Sign sign = taking.contains(one.id())
                    ? Influence.Sign.NONE
                    : influence.of(one.id(), reaction.kineticLaw().get().rate());
            switch (sign) {
                case NONE -> {}
                case UP -> edges.add(new Edge(one.id(), reaction.id(), Kind.STIMULATION, 1));
                case DOWN -> edges.add(new Edge(one.id(), reaction.id(), Kind.INHIBITION, 1));
                case EITHER -> edges.add(new Edge(one.id(), reaction.id(), Kind.MODULATION, 1));
            }
        }
    }
}
