package org.kindlin.study.export;

/** What the cells of a column are, where they are not missing; named as the data dictionary names it. */
public enum ColumnType {
    TEXT("text"),
    NUMBER("number"),
    WHOLE("whole number"),
    FLAG("true or false");

    private final String title;

    ColumnType(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean holds(Cell cell) {
        return switch (cell) {
            case Cell.Missing _ -> true;
            case Cell.Text _ -> this == TEXT;
            case Cell.Numeric _ -> this == NUMBER;
            case Cell.Whole _ -> this == WHOLE;
            case Cell.Flag _ -> this == FLAG;
        };
    }
}
