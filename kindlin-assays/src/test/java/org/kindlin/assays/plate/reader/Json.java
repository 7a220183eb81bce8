package org.kindlin.assays.plate.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Just enough of a JSON parser (RFC 8259) to read reference models in tests: maps, lists, texts, numbers, null. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    /** The value under a path of member names; an empty list where there is none. */
    static Object at(Object value, String... path) {
        Object there = value;
        for (String name : path) {
            there = there instanceof Map<?, ?> map && map.containsKey(name) ? map.get(name) : List.of();
        }
        return there;
    }

    static List<?> list(Object value, String... path) {
        return at(value, path) instanceof List<?> list ? list : List.of();
    }

    private Object value() {
        skip();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> literal();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        while (!isNext('}')) {
            skip();
            String name = string();
            skip();
            at++; // the colon
            object.put(name, value());
            isNext(',');
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        while (!isNext(']')) {
            array.add(value());
            isNext(',');
        }
        return array;
    }

    private boolean isNext(char c) {
        skip();
        boolean isNext = text.charAt(at) == c;
        at += isNext ? 1 : 0;
        return isNext;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
                if (text.charAt(at) == 'u') {
                    string.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                    continue;
                }
            }
            string.append(text.charAt(at));
        }
        at++;
        return string.toString();
    }

    private Object literal() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789abcdefghijklmnopqrstuvwxyz".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String literal = text.substring(start, at);
        return switch (literal) {
            case "null", "true", "false" -> literal;
            default -> Double.valueOf(literal);
        };
    }

    private void skip() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
