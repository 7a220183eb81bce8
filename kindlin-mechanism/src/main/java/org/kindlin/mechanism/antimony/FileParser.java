package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.antimony.Token.Kind;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FunctionDefinition;
import org.kindlin.mechanism.model.Remarks;

/** Reads a file: imports, functions, models, and statements outside them, which are a model of their own. */
final class FileParser {
    /** The name of the model that statements outside any model make. */
    static final String BARE = "__main";

    private static final int DEEPEST_IMPORT = 20;

    private final Imports imports;
    private final Faults faults;
    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final Map<String, FunctionDefinition> functions = new LinkedHashMap<>();
    private final Map<String, String> displayNames = new LinkedHashMap<>();
    private final List<Statement> bare = new ArrayList<>();
    private final List<String> imported = new ArrayList<>();

    FileParser(Imports imports, Faults faults) {
        this.imports = imports;
        this.faults = faults;
    }

    /** Everything a file and its imports define. */
    record Source(Map<String, Module> modules, List<FunctionDefinition> functions, Map<String, String> displayNames) {}

    Source read(String path, String text) {
        parse(path, text, 0);
        if (!bare.isEmpty()) {
            modules.put(BARE, new Module(bare.getFirst().at(), BARE, List.of(), false, bare, ""));
        }
        return new Source(modules, List.copyOf(functions.values()), displayNames);
    }

    private void parse(String path, String text, int depth) {
        Lexer.Result lexed;
        try {
            lexed = Lexer.split(text);
        } catch (SyntaxException e) {
            fault(path, e);
            return;
        }
        TokenStream tokens = new TokenStream(lexed.tokens());
        tokens.skipStatementEnds();
        while (!tokens.atEnd()) {
            guarded(path, tokens, () -> topLevel(path, tokens, lexed, depth));
            tokens.skipStatementEnds();
        }
    }

    private void guarded(String path, TokenStream tokens, Runnable step) {
        try {
            step.run();
        } catch (SyntaxException e) {
            fault(path, e);
            tokens.recover();
        }
    }

    private void fault(String path, SyntaxException e) {
        faults.add(path, e.at().place(), String.valueOf(e.getMessage()), e.remedy());
    }

    private void topLevel(String path, TokenStream tokens, Lexer.Result lexed, int depth) {
        Token first = tokens.peek();
        if (first.isWord("import")) {
            tokens.next();
            include(tokens.next(), depth);
        } else if (first.isWord("function")) {
            function(tokens);
        } else if (first.isWord("model") || first.isWord("module")) {
            module(path, tokens, lexed, depth == 0);
        } else if (modules.containsKey(first.text()) && tokens.peekSecond().isWord("is")) {
            tokens.next();
            tokens.next();
            displayNames.put(first.text(), tokens.next().text());
        } else {
            statement(tokens, lexed, bare);
        }
    }

    /** Reads a statement; a comment behind it becomes the notes of what it is about. */
    private static void statement(TokenStream tokens, Lexer.Result lexed, List<Statement> into) {
        int before = into.size();
        int line = tokens.peek().line();
        new StatementParser(tokens, into).read();
        tokens.accept(";");
        String comment = lexed.comments().get(line);
        if (comment == null || comment.isEmpty() || tokens.peek().line() != line || !tokens.atStatementEnd()) {
            return;
        }
        for (Statement read : List.copyOf(into.subList(before, into.size()))) {
            String about = about(read);
            if (!about.isEmpty()) {
                into.add(new Statement.Annotation(read.at(), about, "notes", List.of(comment)));
            }
        }
    }

    private static String about(Statement statement) {
        return switch (statement) {
            case Statement.Value value -> value.variable();
            case Statement.Declaration declaration -> declaration.variable();
            case Statement.ReactionLine reaction -> reaction.name();
            case Statement.EventLine event -> event.name();
            default -> "";
        };
    }

    private void include(Token file, int depth) {
        if (file.kind() != Kind.TEXT) {
            throw new SyntaxException(file, "an import without a file", "write import \"file.ant\"");
        }
        if (imported.contains(file.text())) {
            return;
        }
        imported.add(file.text());
        if (depth >= DEEPEST_IMPORT) {
            throw new SyntaxException(file, "imports more than " + DEEPEST_IMPORT + " deep", "import fewer files");
        }
        Optional<String> text = imports.text(file.text());
        if (text.isEmpty()) {
            throw new SyntaxException(
                    file, "the file '" + file.text() + "' is not there", "give an Antimony file beside this one");
        }
        parse(file.text(), text.get(), depth + 1);
    }

    private void function(TokenStream tokens) {
        Token at = tokens.next();
        String name = tokens.name();
        tokens.expect("(");
        List<String> arguments = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(tokens.name());
            } while (tokens.accept(","));
        }
        tokens.expect(")");
        tokens.skipStatementEnds();
        Expression body = new ExpressionParser(tokens).read();
        tokens.skipStatementEnds();
        if (!tokens.acceptWord("end")) {
            throw new SyntaxException(
                    tokens.peek(), "the function '" + name + "' has no end", "write end after its formula");
        }
        if (functions.put(name, new FunctionDefinition(name, arguments, body, Remarks.atLine(at.line()))) != null
                || Names.isFunction(name)) {
            throw new SyntaxException(at, "the function '" + name + "' is there already", "give it another name");
        }
    }

    private void module(String path, TokenStream tokens, Lexer.Result lexed, boolean mayBeMain) {
        Token at = tokens.next();
        boolean isMain = tokens.accept("*") && mayBeMain;
        String name = tokens.name();
        List<String> ports = new ArrayList<>();
        if (tokens.accept("(")) {
            if (!tokens.peek().is(")")) {
                do {
                    tokens.accept("$");
                    ports.add(tokens.path());
                } while (tokens.accept(","));
            }
            tokens.expect(")");
        }
        List<Statement> statements = new ArrayList<>();
        tokens.skipStatementEnds();
        String notes = head(lexed, at.line(), tokens.peek().line());
        while (!tokens.peek().isWord("end")) {
            if (tokens.atEnd()) {
                throw new SyntaxException(at, "the model '" + name + "' has no end", "write end after its last line");
            }
            guarded(path, tokens, () -> statement(tokens, lexed, statements));
            tokens.skipStatementEnds();
        }
        tokens.next();
        if (modules.putIfAbsent(name, new Module(at, name, ports, isMain, statements, notes)) != null) {
            throw new SyntaxException(at, "the model '" + name + "' is there already", "give it another name");
        }
    }

    /** The comment lines directly under a model's name. */
    private static String head(Lexer.Result lexed, int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int line = from + 1; line < to; line++) {
            String comment = lexed.bare().get(line);
            if (comment == null) {
                break;
            }
            lines.add(comment);
        }
        return String.join("\n", lines).strip();
    }
}
