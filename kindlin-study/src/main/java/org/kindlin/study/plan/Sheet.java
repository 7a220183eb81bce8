package org.kindlin.study.plan;

import java.util.List;
import org.kindlin.study.report.Html;

/** Elements that every part of a worksheet uses: tables, boxes to tick, blanks to fill. */
final class Sheet {
    /** A box to tick. */
    static final String BOX = "<span class=\"box\">\u00a0</span>";

    private final Html html = new Html();

    Html html() {
        return html;
    }

    void heading(String text) {
        html.element("h2", bench(text));
    }

    void paragraph(String text, String style) {
        html.element("p", bench(text), "class", style);
    }

    /**
     * A table.
     *
     * @param columns names of the columns; a name that begins with {@code #} is a column of numbers, one that begins with
     *     {@code _} a column left blank for the pen
     */
    void table(String style, String caption, List<String> columns, List<List<String>> rows) {
        html.element(
                "table",
                () -> {
                    if (!caption.isEmpty()) {
                        html.element("caption", bench(caption));
                    }
                    html.element(
                            "thead",
                            () -> html.element(
                                    "tr", () -> columns.forEach(column -> cell("th", column, plain(column)))));
                    html.element(
                            "tbody",
                            () -> rows.forEach(row -> html.element("tr", () -> {
                                for (int i = 0; i < columns.size(); i++) {
                                    cell("td", columns.get(i), row.get(i));
                                }
                            })));
                },
                "class",
                style);
    }

    private void cell(String tag, String column, String text) {
        String style = column.startsWith("#") ? "number" : column.startsWith("_") ? "blank" : "text";
        if (text.equals(BOX)) {
            html.element(tag, () -> html.trusted(BOX), "class", "tick");
        } else {
            html.element(tag, bench(text), "class", style);
        }
    }

    private static String plain(String column) {
        return column.startsWith("#") || column.startsWith("_") ? column.substring(1) : column;
    }

    /** Lines to tick off. */
    void actions(List<String> texts) {
        html.element(
                "table",
                () -> html.element(
                        "tbody",
                        () -> texts.forEach(text -> html.element("tr", () -> {
                            cell("td", "", BOX);
                            cell("td", "", text);
                        }))),
                "class",
                "ticks");
    }

    void lines(List<String> lines, String style) {
        html.element("ul", () -> lines.forEach(line -> html.element("li", bench(line))), "class", style);
    }

    /** Units as printed: micro sign and degree sign. */
    static String bench(String text) {
        return text.replaceAll("(?<![A-Za-z])u(M|L|g|m)\\b", "\u00b5$1")
                .replace("degC", "\u00b0C")
                .replace(" +- ", " \u00b1 ")
                .replaceAll("(?<=\\d) x (?=\\d|the|its)", " \u00d7 ")
                .replace("MgCl2", "MgCl\u2082");
    }
}
