package org.kindlin.assays.prism;

import java.util.List;
import java.util.Optional;

/**
 * A data table of a Prism project.
 *
 * @param title its sheet's name
 * @param kind what sort of table it is
 * @param yFormat what the subcolumns of a data set are: {@code replicates}, {@code SDN}, {@code SEM}, ...; empty where each
 *     data set has one value a row
 * @param rowTitles may be empty
 * @param x the X column of an XY table
 * @param y the data sets
 */
public record PrismTable(
        String title, Kind kind, String yFormat, List<String> rowTitles, Optional<PrismColumn> x, List<PrismColumn> y) {
    /** Subcolumns are repeated measurements. */
    public static final String REPLICATES = "replicates";

    /** The sorts of tables, as Prism's welcome dialog and its files name them. */
    public enum Kind {
        XY("XY", "XY"),
        COLUMN("OneWay", "Column"),
        GROUPED("TwoWay", "Grouped"),
        CONTINGENCY("Contingency", "Contingency"),
        SURVIVAL("Survival", "Survival"),
        PARTS_OF_WHOLE("PartsOfWhole", "Parts of whole"),
        OTHER("", "other");

        private final String attribute;
        private final String title;

        Kind(String attribute, String title) {
            this.attribute = attribute;
            this.title = title;
        }

        /** The attribute {@code TableType} of the file. */
        public String attribute() {
            return attribute;
        }

        /** The word of Prism's dialogs. */
        public String title() {
            return title;
        }

        static Kind of(String attribute) {
            for (Kind kind : values()) {
                if (kind.attribute.equalsIgnoreCase(attribute)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    public PrismTable {
        rowTitles = List.copyOf(rowTitles);
        y = List.copyOf(y);
    }

    /** The longest column's length. */
    public int rows() {
        int longest = y.stream().mapToInt(PrismColumn::rows).max().orElse(0);
        return Math.max(longest, x.map(PrismColumn::rows).orElse(0));
    }

    /** Whether every cell of a data set is a measurement of its own, and not a mean or an error. */
    public boolean holdsReplicates() {
        return yFormat.isEmpty() || yFormat.equalsIgnoreCase(REPLICATES);
    }

    /** A row's title; empty where it has none. */
    public String rowTitle(int row) {
        return row < rowTitles.size() ? rowTitles.get(row) : "";
    }
}
