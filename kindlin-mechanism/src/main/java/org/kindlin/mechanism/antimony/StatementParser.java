package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindlin.mechanism.antimony.Statement.Constness;
import org.kindlin.mechanism.antimony.Statement.Meaning;
import org.kindlin.mechanism.antimony.Statement.Participant;
import org.kindlin.mechanism.antimony.Statement.When;
import org.kindlin.mechanism.antimony.Token.Kind;
import org.kindlin.mechanism.model.Expression;

/** Reads one statement of a model's body. */
final class StatementParser {
    private static final Set<String> RELATIONS = Set.of("<", "<=", ">", ">=", "!=", "==");
    private static final Set<String> REFUSED = Set.of("DNA", "gene", "operator", "maximize", "minimize");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final List<Statement> into;

    StatementParser(TokenStream tokens, List<Statement> into) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.into = into;
    }

    /**
     * Reads a statement up to its end.
     *
     * @throws SyntaxException where it cannot be read
     */
    void read() {
        Token first = tokens.peek();
        if (first.kind() == Kind.NAME && REFUSED.contains(first.text())) {
            throw unsupported(first, "'" + first.text() + "'");
        }
        if (first.isWord("model") && tokens.peekSecond().is(".")) {
            throw unsupported(first, "layout");
        }
        if (first.isWord("at") || first.is("@")) {
            new EventParser(tokens, expressions).read(first, "", into);
        } else if (first.isWord("unit")) {
            unit();
        } else if (first.isWord("delete")) {
            deletions();
        } else if (first.isWord("constraint")) {
            constraint();
        } else if (first.isWord("import")) {
            throw new SyntaxException(first, "an import within a model", "import before the model");
        } else if (DeclarationParser.starts(first)) {
            new DeclarationParser(tokens, this, into).read();
        } else if (first.kind() == Kind.NAME || first.is("$")) {
            named();
        } else if (first.kind() == Kind.NUMBER || first.is("-")) {
            numbered(first);
        } else if (first.is("->") || first.is("=>")) {
            reaction(first, "", new ArrayList<>(), "");
        } else {
            throw new SyntaxException(first, "a statement cannot begin with " + first.shown(), "see docs/models.md");
        }
        if (!tokens.atStatementEnd()) {
            throw new SyntaxException(
                    tokens.peek(),
                    tokens.peek().shown() + " where the statement should end",
                    "start a new line, or write ;");
        }
        tokens.statementDone();
    }

    private static SyntaxException unsupported(Token at, String what) {
        return new SyntaxException(at, what + " is not supported", "write plain reactions and rules");
    }

    private static SyntaxException compartmentOfSubmodel(Token at) {
        return new SyntaxException(
                at, "a compartment for a whole submodel is not supported", "say of each of its species where it is");
    }

    /** A line that begins with a number: a reaction, an algebraic rule, or a constraint such as {@code 5 < x}. */
    private void numbered(Token first) {
        if (beginsAlgebraicRule()) {
            algebraicRule(first);
            return;
        }
        Token second = tokens.peekSecond();
        if (first.is("-") && second.is("-")) {
            throw unsupported(first, "a DNA strand");
        }
        if (first.kind() == Kind.NUMBER && (second.kind() == Kind.NAME || second.is("$"))) {
            reaction(first, "", participants(new ArrayList<>()), "");
        } else {
            into.add(new Statement.ConstraintLine(first, expressions.read()));
        }
    }

    private boolean beginsAlgebraicRule() {
        Token zero = tokens.peek();
        return zero.kind() == Kind.NUMBER
                && zero.number() == 0
                && tokens.peekSecond().is("=");
    }

    private void algebraicRule(Token first) {
        tokens.next();
        tokens.expect("=");
        into.add(new Statement.AlgebraicLine(first, expressions.read()));
    }

    private void named() {
        Token first = tokens.peek();
        boolean boundary = tokens.accept("$");
        String path = tokens.path();
        Token next = tokens.peek();
        if (next.is("(") && !boundary) {
            submodel(first, "", path);
        } else if (next.is("+") || next.is("->") || next.is("=>") || next.is("-") || next.is("|")) {
            reactionFrom(first, "", new Participant(path, boundary, 1, ""));
        } else if ((next.kind() == Kind.NAME && !Names.endsFormula(next.text())) || next.is("$")) {
            nameAfterName(first, path);
        } else {
            if (boundary) {
                into.add(new Statement.Declaration(first, path, Meaning.SPECIES, Constness.CONSTANT, false));
            }
            described(first, path);
        }
    }

    /** {@code n S -> ...} or {@code S identity "uri"}. */
    private void nameAfterName(Token first, String path) {
        boolean boundary = tokens.accept("$");
        String second = tokens.path();
        if (!boundary && tokens.peek().kind() == Kind.TEXT) {
            List<String> texts = new ArrayList<>();
            do {
                tokens.skipNewlines();
                texts.add(text());
            } while (tokens.accept(","));
            into.add(new Statement.Annotation(first, path, second, texts));
            return;
        }
        reactionFrom(first, "", new Participant(second, boundary, Double.NaN, path));
    }

    private String text() {
        Token token = tokens.peek();
        if (token.kind() != Kind.TEXT) {
            throw new SyntaxException(token, token.shown() + " where a text should stand", "put it in quotes");
        }
        return tokens.next().text();
    }

    /** What may follow a name, once or after {@code in}: a label, a value, a unit, a display name. */
    void described(Token first, String path) {
        String compartment = "";
        if (tokens.acceptWord("in")) {
            compartment = tokens.path();
            into.add(new Statement.Within(first, path, compartment));
        }
        if (tokens.accept(":")) {
            if (tokens.peek().is("=")) {
                value(first, path, When.ALWAYS);
            } else {
                labelled(first, path, compartment);
            }
        } else if (tokens.peek().kind() == Kind.NAME
                || RELATIONS.contains(tokens.peek().text())) {
            related(first, path);
        } else {
            valued(first, path);
        }
    }

    /** {@code = f}, {@code := f}, {@code ' = f}, {@code has u} or nothing. */
    void valued(Token first, String path) {
        if (tokens.peek().is("=")) {
            value(first, path, When.START);
        } else if (tokens.peek().is(":=")) {
            value(first, path, When.ALWAYS);
        } else if (tokens.accept("'")) {
            value(first, path, When.RATE);
        } else if (tokens.acceptWord("has")) {
            into.add(new Statement.HasUnit(first, path, expressions.read()));
        } else if (tokens.peek().is("*")) {
            throw unsupported(tokens.peek(), "a conversion factor between submodels");
        }
    }

    private void value(Token first, String path, When when) {
        if (!tokens.accept(":=")) {
            tokens.expect("=");
        }
        if (path.endsWith(".sboTerm") && when == When.START) {
            into.add(new Statement.SboTerm(first, path.substring(0, path.length() - 8), sboTerm()));
            return;
        }
        Optional<Expression> formula = tokens.atStatementEnd() ? Optional.empty() : Optional.of(expressions.read());
        into.add(new Statement.Value(first, path, when, formula));
        if (tokens.acceptWord("in")) {
            into.add(new Statement.Within(first, path, tokens.path()));
        }
    }

    private int sboTerm() {
        Token token = tokens.next();
        if (token.isWord("SBO") && tokens.accept(":")) {
            token = tokens.next();
        }
        if (token.kind() != Kind.NUMBER || token.number() < 0 || token.number() > 9_999_999) {
            throw new SyntaxException(token, token.shown() + " is no SBO term", "write the number, such as 236");
        }
        return (int) token.number();
    }

    private void related(Token first, String path) {
        if (tokens.acceptWord("has")) {
            into.add(new Statement.HasUnit(first, path, expressions.read()));
        } else if (tokens.acceptWord("is")) {
            if (tokens.peek().kind() == Kind.TEXT) {
                into.add(new Statement.DisplayName(first, path, text()));
                return;
            }
            into.add(new Statement.Same(first, path, tokens.path()));
            if (tokens.peek().is("/") || tokens.peek().is("*")) {
                throw unsupported(tokens.peek(), "a conversion factor between submodels");
            }
        } else if (RELATIONS.contains(tokens.peek().text())) {
            Token sign = tokens.next();
            Expression right = expressions.read();
            into.add(
                    new Statement.ConstraintLine(first, Relations.of(sign.text(), new Expression.Symbol(path), right)));
        }
    }

    /** After {@code name:}: an event, a submodel, an algebraic rule or a reaction. */
    private void labelled(Token first, String name, String compartment) {
        Token next = tokens.peek();
        if (next.kind() == Kind.NAME && REFUSED.contains(next.text())) {
            throw unsupported(next, "'" + next.text() + "'");
        }
        if (next.isWord("at") || next.is("@")) {
            new EventParser(tokens, expressions).read(first, name, into);
        } else if (next.kind() == Kind.NAME && tokens.peekSecond().is("(")) {
            if (!compartment.isEmpty()) {
                throw compartmentOfSubmodel(next);
            }
            submodel(first, name, tokens.name());
        } else if (next.is("->") || next.is("=>")) {
            reaction(first, name, new ArrayList<>(), compartment);
        } else if (beginsAlgebraicRule()) {
            algebraicRule(first);
        } else if (next.is("-") && tokens.peekSecond().kind() != Kind.NUMBER) {
            throw unsupported(next, "a DNA strand");
        } else {
            List<Participant> reactants = participants(new ArrayList<>());
            reactionOrInteraction(first, name, reactants, compartment);
        }
    }

    private void reactionFrom(Token first, String name, Participant reactant) {
        List<Participant> reactants = new ArrayList<>(List.of(reactant));
        if (tokens.accept("+")) {
            participants(reactants);
        }
        reactionOrInteraction(first, name, reactants, "");
    }

    private void reactionOrInteraction(Token first, String name, List<Participant> reactants, String compartment) {
        if (!tokens.accept("-")) {
            reaction(first, name, reactants, compartment);
            return;
        }
        if (tokens.peek().is("-")) {
            throw unsupported(tokens.peek(), "a DNA strand");
        }
        if (!tokens.acceptWord("o") && !tokens.accept("|") && !tokens.accept("(")) {
            throw new SyntaxException(tokens.peek(), "no arrow but '-'", "write ->, =>, -|, -o or -(");
        }
        tokens.statementDone();
        into.add(new Statement.Interaction(first, name, reactants, tokens.path()));
    }

    private List<Participant> participants(List<Participant> into) {
        do {
            into.add(participant());
        } while (tokens.accept("+"));
        return into;
    }

    private Participant participant() {
        double stoichiometry = tokens.accept("-") ? -1 : 1;
        String name = "";
        if (tokens.peek().kind() == Kind.NUMBER) {
            stoichiometry *= tokens.next().number();
        }
        boolean boundary = tokens.accept("$");
        String species = tokens.path();
        if (tokens.peek().kind() == Kind.NAME || (tokens.peek().is("$") && !boundary)) {
            name = species;
            stoichiometry = Double.NaN;
            boundary = tokens.accept("$");
            species = tokens.path();
        }
        return new Participant(species, boundary, stoichiometry, name);
    }

    private void reaction(Token first, String name, List<Participant> reactants, String within) {
        boolean reversible = tokens.peek().is("->");
        if (!tokens.accept("->")) {
            tokens.expect("=>");
        }
        List<Participant> products = tokens.atStatementEnd() ? new ArrayList<>() : participants(new ArrayList<>());
        Optional<Expression> rate = Optional.empty();
        String compartment = within;
        if (tokens.accept(";")) {
            rate = tokens.atStatementEnd() ? Optional.empty() : Optional.of(expressions.read());
            if (tokens.acceptWord("in")) {
                compartment = tokens.path();
            }
        }
        into.add(new Statement.ReactionLine(first, name, reversible, reactants, products, rate, compartment));
    }

    private void submodel(Token first, String name, String module) {
        tokens.expect("(");
        List<Expression> arguments = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(expressions.read());
            } while (tokens.accept(","));
        }
        tokens.expect(")");
        if (tokens.peek().is(",")) {
            throw unsupported(tokens.peek(), "a conversion factor of a submodel");
        }
        if (tokens.peek().isWord("in")) {
            throw compartmentOfSubmodel(tokens.peek());
        }
        into.add(new Statement.Submodel(first, name, module, arguments));
    }

    private void unit() {
        Token first = tokens.next();
        String name = tokens.path();
        Optional<Expression> formula = Optional.empty();
        if (tokens.accept("=")) {
            formula = Optional.of(expressions.read());
        }
        into.add(new Statement.UnitLine(first, name, formula));
    }

    private void deletions() {
        Token first = tokens.next();
        do {
            into.add(new Statement.Deleted(first, tokens.path()));
        } while (tokens.accept(","));
    }

    private void constraint() {
        Token first = tokens.next();
        if (!tokens.peek().is(":")) {
            tokens.path();
        }
        tokens.expect(":");
        into.add(new Statement.ConstraintLine(first, expressions.read()));
    }
}
