package org.kindlin.study.report;

import java.util.List;

/** The page being written: its markup so far, its medium and the running numbers of tables and figures. */
final class Page {
    final Html html = new Html();
    final Medium medium;
    private int tables;
    private int figures;

    Page(Medium medium) {
        this.medium = medium;
    }

    /** A table with its number and caption; wide ones scroll by themselves on a small screen. */
    void table(String kind, String caption, List<Column> columns, Runnable rows) {
        tables++;
        String number = "Table " + tables;
        Runnable content = () -> {
            html.element("thead", () -> html.element("tr", () -> columns.forEach(this::heading)));
            rows.run();
        };
        if (medium == Medium.BROWSER) {
            Runnable captioned = () -> {
                html.element("caption", () -> caption(number, caption));
                content.run();
            };
            Runnable table = () -> html.element("table", captioned, "class", kind);
            html.element("div", table, "class", "scroll", "tabindex", "0", "role", "region", "aria-label", number);
        } else {
            // A paragraph stays on the page of what follows; the engine leaves a caption behind.
            html.element("p", () -> caption(number, caption), "class", "caption");
            html.element("table", content, "class", kind);
        }
    }

    /** The number of the next figure. */
    String nextFigure() {
        figures++;
        return "Figure " + figures;
    }

    void caption(String number, String text) {
        html.inline("b", number + ".").text(" " + text);
    }

    void cell(String text, String style) {
        html.element("td", text, "class", style);
    }

    /** A paragraph of an analysis's own words. */
    void prose(String sentence, String style) {
        html.element("p", Prose.typeset(sentence), "class", style);
    }

    void rowHeading(String text) {
        html.element("th", text, "scope", "row");
    }

    private void heading(Column column) {
        html.element(
                "th",
                column.title(),
                "scope",
                "col",
                "class",
                column.style(),
                "colspan",
                Integer.toString(column.span()));
    }

    /**
     * A column of a table.
     *
     * @param style class of its heading: {@code text}, {@code number}, or {@code number value} where the unit follows
     */
    record Column(String title, String style, int span) {
        static Column text(String title) {
            return new Column(title, "text", 1);
        }

        /** Numbers whose unit stands in the next column. */
        static Column value(String title) {
            return new Column(title, "number value", 1);
        }

        static Column number(String title) {
            return new Column(title, "number", 1);
        }
    }
}
