package org.kindlin.assays.plate.bmg;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.plate.format.GridBlock;
import org.kindlin.assays.plate.format.GridCell;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextTable;

/** What a grid of the microplate view says of the wells before they are read, by the title above it. */
enum BmgMarsLayout {
    /** No layout: readings follow. */
    NONE,
    /** {@code Layout}: {@code S1} standards, {@code X1} samples, {@code B} blanks, {@code N} and {@code P} controls. */
    CONTENT,
    /** {@code Standard Concentrations in ng/mL}, {@code Dilutions}: amounts whose unit is not kept. */
    AMOUNT,
    /** {@code Sample IDs}, {@code Names}: words of the user. */
    NAME,
    /** Groups, volumes. */
    OTHER;

    private static final Pattern CODE = Pattern.compile("([SXBNPC])(\\d{0,4})");

    /**
     * What follows a title.
     *
     * @param isNumbered whether the title has a number before it; only {@code Layout} is one without
     */
    static BmgMarsLayout titled(String title, boolean isNumbered) {
        if (title.equals("Layout") || (isNumbered && (title.startsWith("Layout") || title.startsWith("Content")))) {
            return CONTENT;
        }
        boolean isAmount = title.startsWith("Standard Conc")
                || title.startsWith("Concentration")
                || title.equals("Dilution")
                || title.startsWith("Dilutions")
                || title.startsWith("Dilution Factor");
        if (isAmount && (isNumbered || title.startsWith("Standard Conc") || title.startsWith("Dilution"))) {
            return AMOUNT;
        }
        if (isNumbered && (title.startsWith("Sample ID") || title.startsWith("Name"))) {
            return NAME;
        }
        return isNumbered && (title.startsWith("Volume") || title.startsWith("Group")) ? OTHER : NONE;
    }

    /** What the cells say; empty cells say nothing. */
    Map<WellAddress, WellLabel> labels(GridBlock grid, TextTable table) {
        Map<WellAddress, WellLabel> labels = new TreeMap<>();
        for (GridCell cell : grid.cells()) {
            if (!cell.text().isEmpty()) {
                labels.put(cell.well(), label(cell.text(), table));
            }
        }
        return labels;
    }

    private WellLabel label(String cell, TextTable table) {
        return switch (this) {
            case CONTENT -> new WellLabel(words(cell), "", "", null);
            case AMOUNT ->
                new WellLabel(
                        "",
                        "",
                        "",
                        table.number(cell) instanceof NumberText.Parsed(double amount) ? Double.valueOf(amount) : null);
            case NAME -> new WellLabel("", "", cell, null);
            case NONE, OTHER -> new WellLabel("", "", "", null);
        };
    }

    /** The code in the words that the table view writes: {@code Standard S1} for {@code S1}. */
    private static String words(String cell) {
        Matcher code = CODE.matcher(cell);
        if (!code.matches()) {
            return cell;
        }
        return switch (code.group(1)) {
            case "S" -> "Standard " + cell;
            case "X" -> "Sample " + cell;
            case "B" -> "Blank " + cell;
            case "N" -> "Negative control " + cell;
            case "P" -> "Positive control " + cell;
            default -> "Control " + cell;
        };
    }
}
