package org.kindlin.mechanism.antimony;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kindlin.mechanism.antimony.Statement.Submodel;
import org.kindlin.mechanism.antimony.Statement.When;
import org.kindlin.mechanism.model.Expression;

/**
 * Puts submodels in: {@code A.S} becomes {@code A__S}, and what is said to be the same gets one name. What a model says
 * stands after what its submodels say, so that it overrides them.
 */
final class Flattener {
    private static final int DEEPEST = 50;
    private static final int MOST_STATEMENTS = 200_000;
    private static final String JOINT = "__";

    private final Map<String, Module> modules;
    private final List<Statement> flat = new ArrayList<>();
    private final Map<String, String> same = new HashMap<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private Flattener(Map<String, Module> modules) {
        this.modules = modules;
    }

    /**
     * The statements of a model with all its submodels, under flat names.
     *
     * @throws SyntaxException where a submodel is unknown, contains itself, or grows beyond bounds
     */
    static List<Statement> flatten(Module main, Map<String, Module> modules) {
        Flattener flattener = new Flattener(modules);
        flattener.put(main, "");
        return flattener.flat.stream()
                .map(statement -> Renaming.of(statement, flattener::canonical))
                .toList();
    }

    private void put(Module module, String prefix) {
        if (open.contains(module.name()) || open.size() >= DEEPEST) {
            throw new SyntaxException(
                    module.at(), "the model '" + module.name() + "' contains itself", "break the circle");
        }
        open.push(module.name());
        List<Statement.Same> synonyms = new ArrayList<>();
        int unnamed = 0;
        for (Statement statement : module.statements()) {
            if (statement instanceof Submodel submodel) {
                String name = submodel.name().isEmpty() ? "sub" + unnamed++ : submodel.name();
                prefixes.add(prefix + name.replace(".", JOINT) + JOINT);
                submodel(submodel, name, prefix, synonyms);
            }
        }
        UnaryOperator<String> rename = path -> prefix + path.replace(".", JOINT);
        for (Statement statement : module.statements()) {
            if (statement instanceof Statement.Same equal) {
                synonyms.add(equal);
            } else if (!(statement instanceof Submodel)) {
                add(Renaming.of(statement, path -> checked(statement.at(), path, prefix, rename)));
            }
        }
        for (Statement.Same equal : synonyms) {
            String from = canonical(checked(equal.at(), equal.variable(), prefix, rename));
            String to = canonical(checked(equal.at(), equal.other(), prefix, rename));
            if (!from.equals(to)) {
                same.put(from, to);
            }
        }
        open.pop();
    }

    private void add(Statement statement) {
        if (flat.size() >= MOST_STATEMENTS) {
            throw new SyntaxException(
                    statement.at(), "submodels grow to more than " + MOST_STATEMENTS + " statements", "use fewer");
        }
        flat.add(statement);
    }

    private String checked(Token at, String path, String prefix, UnaryOperator<String> rename) {
        int dot = path.indexOf('.');
        if (dot > 0 && !prefixes.contains(prefix + path.substring(0, dot) + JOINT)) {
            throw new SyntaxException(
                    at,
                    "there is no submodel '" + path.substring(0, dot) + "'",
                    "write " + path.substring(0, dot) + ": model()");
        }
        return rename.apply(path);
    }

    private void submodel(Submodel submodel, String name, String prefix, List<Statement.Same> synonyms) {
        Module module = modules.get(submodel.module());
        if (module == null) {
            throw new SyntaxException(
                    submodel.at(),
                    "there is no model '" + submodel.module() + "'",
                    "the models are: " + String.join(", ", modules.keySet()));
        }
        if (submodel.arguments().size() > module.ports().size()) {
            throw new SyntaxException(
                    submodel.at(),
                    "'" + module.name() + "' takes " + module.ports().size() + " names, not "
                            + submodel.arguments().size(),
                    "give those of its first line");
        }
        put(module, prefix + name.replace(".", JOINT) + JOINT);
        for (int i = 0; i < submodel.arguments().size(); i++) {
            String port = name + "." + module.ports().get(i);
            switch (submodel.arguments().get(i)) {
                case Expression.Symbol(String path) -> synonyms.add(new Statement.Same(submodel.at(), port, path));
                case Expression.Literal number ->
                    add(new Statement.Value(
                            submodel.at(), prefix + port.replace(".", JOINT), When.START, Optional.of(number)));
                default ->
                    throw new SyntaxException(
                            submodel.at(), "a submodel is given a formula", "give it a name or a number");
            }
        }
    }

    private String canonical(String name) {
        String found = name;
        for (String next = same.get(found); next != null; next = same.get(found)) {
            found = next;
        }
        return found;
    }
}
