package org.kindlin.study.export;

/**
 * A column of an export table.
 *
 * @param name lower case with underscores, but for subjects: {@code subject_compound}
 * @param type what its cells are, where they are not missing
 * @param unit unit of all its numbers; empty where they have none or each its own
 * @param unitColumn the column that holds each number's own unit; empty where there is none
 * @param meaning one sentence
 */
public record TableColumn(String name, ColumnType type, String unit, String unitColumn, String meaning) {}
