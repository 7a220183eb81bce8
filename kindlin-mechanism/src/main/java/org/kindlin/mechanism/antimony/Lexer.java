package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.mechanism.antimony.Token.Kind;

/** Splits a text into tokens and keeps its comments by line. */
final class Lexer {
    private static final List<String> SIGNS = List.of("...", "->", "=>", ":=", "<=", ">=", "==", "!=", "&&", "||");

    /**
     * The tokens of a text.
     *
     * @param tokens the last one is {@link Kind#END}
     * @param comments by the line they end on: the text of the last comment there
     * @param bare lines on which nothing but a comment stands
     */
    record Result(List<Token> tokens, Map<Integer, String> comments, Map<Integer, String> bare) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<Integer, String> comments = new TreeMap<>();
    private final Map<Integer, String> bare = new TreeMap<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String text) {
        this.text = text;
    }

    /**
     * Splits a text.
     *
     * @throws SyntaxException where a text, comment or character cannot be read
     */
    static Result split(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.step();
        }
        lexer.add(Kind.NEWLINE, "", Double.NaN, lexer.at);
        lexer.add(Kind.END, "", Double.NaN, lexer.at);
        return new Result(lexer.tokens, lexer.comments, lexer.bare);
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            add(Kind.NEWLINE, "", Double.NaN, at);
            at++;
            newLine();
        } else if (Character.isWhitespace(c) || c == '\ufeff') {
            at++;
        } else if (c == '\\') {
            continuation();
        } else if (c == '#' || text.startsWith("//", at)) {
            lineComment();
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (text.startsWith("```", at)) {
            quoted("```");
        } else if (c == '"') {
            quoted("\"");
        } else if (isLetter(c)) {
            word();
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else {
            sign();
        }
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private void continuation() {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != '\n' && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next >= text.length() || text.charAt(next) != '\n') {
            throw unreadable("a backslash stands at the end of a line only", "delete it");
        }
        at = next + 1;
        newLine();
    }

    private void lineComment() {
        int start = at + (text.charAt(at) == '#' ? 1 : 2);
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        comment(text.substring(Math.min(start, at), at).strip());
    }

    private void comment(String content) {
        comments.put(line, content);
        if (tokens.isEmpty() || tokens.getLast().kind() == Kind.NEWLINE) {
            bare.put(line, content);
        }
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw unreadable("a comment does not end", "close it with */");
        }
        for (String part : text.substring(at + 2, end).split("\n", -1)) {
            comment(part.strip());
            line++;
        }
        line--;
        int last = text.lastIndexOf('\n', end);
        lineStart = Math.max(lineStart, last + 1);
        at = end + 2;
    }

    private void quoted(String mark) {
        int from = at;
        int end = text.indexOf(mark, at + mark.length());
        if (end < 0 || (mark.length() == 1 && text.substring(from, end).indexOf('\n') >= 0)) {
            throw unreadable("a text does not end", "close it with " + mark);
        }
        String content = text.substring(at + mark.length(), end);
        add(Kind.TEXT, content, Double.NaN, from);
        at = end + mark.length();
        long lines = content.chars().filter(c -> c == '\n').count();
        if (lines > 0) {
            line += (int) lines;
            lineStart = text.lastIndexOf('\n', end) + 1;
        }
    }

    private void word() {
        int from = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        add(Kind.NAME, text.substring(from, at), Double.NaN, from);
    }

    private void number() {
        int from = at;
        digits();
        if (peek(0) == '.' && !text.startsWith("...", at)) {
            at++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
            if (isDigit(peek(sign))) {
                at += sign;
                digits();
            }
        }
        String content = text.substring(from, at);
        add(Kind.NUMBER, content, Double.parseDouble(content), from);
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                add(Kind.SIGN, sign, Double.NaN, at);
                at += sign.length();
                return;
            }
        }
        if ("+-*/^()%!=<>,;:$.'&|@{}".indexOf(text.charAt(at)) < 0) {
            throw unreadable("the character " + named(text.codePointAt(at)), "delete it or put it in a comment");
        }
        add(Kind.SIGN, text.substring(at, at + 1), Double.NaN, at);
        at++;
    }

    private static String named(int character) {
        return Character.isISOControl(character)
                ? "U+" + Integer.toHexString(0x10000 + character).substring(1)
                : "'" + Character.toString(character) + "'";
    }

    private SyntaxException unreadable(String problem, String remedy) {
        return new SyntaxException(new Token(Kind.SIGN, "", Double.NaN, line, at - lineStart + 1), problem, remedy);
    }

    private void add(Kind kind, String content, double number, int from) {
        tokens.add(new Token(kind, content, number, line, from - lineStart + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
