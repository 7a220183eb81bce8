package org.kindlin.assays.prism;

import java.util.List;

/**
 * A Prism project: what of it data are.
 *
 * @param info information sheets
 * @param tables data tables, in the order of the file
 */
public record PrismProject(List<InfoSheet> info, List<PrismTable> tables) {
    public PrismProject {
        info = List.copyOf(info);
        tables = List.copyOf(tables);
    }

    /**
     * An information sheet.
     *
     * @param notes free text
     * @param constants names and values, in order
     */
    public record InfoSheet(String title, String notes, List<Constant> constants) {
        public InfoSheet {
            constants = List.copyOf(constants);
        }
    }

    /** A line of an information sheet. */
    public record Constant(String name, String value) {}
}
