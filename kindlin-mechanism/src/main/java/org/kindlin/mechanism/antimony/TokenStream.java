package org.kindlin.mechanism.antimony;

import java.util.List;
import org.kindlin.mechanism.antimony.Token.Kind;

/** A place among tokens. */
final class TokenStream {
    private final List<Token> tokens;
    private int at;
    private int open;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The next token; within parentheses line ends do not count. */
    Token peek() {
        return tokens.get(index(at));
    }

    /** The token after the next. */
    Token peekSecond() {
        return tokens.get(index(Math.min(index(at) + 1, tokens.size() - 1)));
    }

    private int index(int from) {
        int index = from;
        while (open > 0 && tokens.get(index).kind() == Kind.NEWLINE) {
            index++;
        }
        return index;
    }

    Token next() {
        Token token = peek();
        at = Math.min(index(at) + 1, tokens.size() - 1);
        if (token.is("(")) {
            open++;
        } else if (token.is(")") && open > 0) {
            open--;
        }
        return token;
    }

    boolean accept(String sign) {
        if (peek().is(sign)) {
            next();
            return true;
        }
        return false;
    }

    boolean acceptWord(String word) {
        if (peek().isWord(word)) {
            next();
            return true;
        }
        return false;
    }

    void expect(String sign) {
        if (!accept(sign)) {
            throw new SyntaxException(
                    peek(), peek().shown() + " where '" + sign + "' should stand", "write '" + sign + "'");
        }
    }

    String name() {
        Token token = peek();
        if (token.kind() != Kind.NAME) {
            throw new SyntaxException(
                    token, token.shown() + " where a name should stand", "names are letters, digits and underscores");
        }
        return next().text();
    }

    /** {@code A.B.c}. */
    String path() {
        StringBuilder path = new StringBuilder(name());
        while (peek().is(".")) {
            next();
            path.append('.').append(name());
        }
        return path.toString();
    }

    boolean atStatementEnd() {
        Token token = peek();
        return token.kind() == Kind.NEWLINE || token.kind() == Kind.END || token.is(";");
    }

    void skipNewlines() {
        while (peek().kind() == Kind.NEWLINE) {
            at++;
        }
    }

    /** Over line ends and semicolons. */
    void skipStatementEnds() {
        while (peek().kind() == Kind.NEWLINE || peek().is(";")) {
            at++;
        }
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    /** To the end of the line, after a fault. */
    void recover() {
        open = 0;
        while (peek().kind() != Kind.NEWLINE && !atEnd()) {
            at++;
        }
    }

    /** After a whole statement parentheses are closed. */
    void statementDone() {
        open = 0;
    }
}
