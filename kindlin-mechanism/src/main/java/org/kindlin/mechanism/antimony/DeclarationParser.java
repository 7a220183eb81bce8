package org.kindlin.mechanism.antimony;

import java.util.List;
import java.util.Set;
import org.kindlin.mechanism.antimony.Statement.Constness;
import org.kindlin.mechanism.antimony.Statement.Meaning;
import org.kindlin.mechanism.antimony.Token.Kind;

/** Reads {@code const substanceOnly species S in c = 3, $T}. */
final class DeclarationParser {
    private static final Set<String> WORDS =
            Set.of("var", "const", "species", "substanceOnly", "compartment", "formula", "reaction", "event");

    private final TokenStream tokens;
    private final StatementParser statements;
    private final List<Statement> into;

    DeclarationParser(TokenStream tokens, StatementParser statements, List<Statement> into) {
        this.tokens = tokens;
        this.statements = statements;
        this.into = into;
    }

    static boolean starts(Token token) {
        return token.kind() == Kind.NAME && WORDS.contains(token.text());
    }

    void read() {
        Constness constness = Constness.UNSAID;
        Meaning type = Meaning.UNKNOWN;
        boolean substanceOnly = false;
        while (starts(tokens.peek())) {
            Token word = tokens.next();
            switch (word.text()) {
                case "var" -> constness = Constness.VARIABLE;
                case "const" -> constness = Constness.CONSTANT;
                case "substanceOnly" -> {
                    substanceOnly = true;
                    type = Meaning.SPECIES;
                }
                case "species" -> type = Meaning.SPECIES;
                case "compartment" -> type = Meaning.COMPARTMENT;
                case "formula" -> type = Meaning.FORMULA;
                case "reaction" -> type = Meaning.REACTION;
                default -> type = Meaning.EVENT;
            }
        }
        do {
            Token at = tokens.peek();
            boolean boundary = tokens.accept("$");
            String path = tokens.path();
            into.add(new Statement.Declaration(
                    at,
                    path,
                    boundary ? Meaning.SPECIES : type,
                    boundary ? Constness.CONSTANT : constness,
                    substanceOnly));
            if (tokens.acceptWord("in")) {
                into.add(new Statement.Within(at, path, tokens.path()));
            }
            statements.valued(at, path);
        } while (tokens.accept(","));
    }
}
