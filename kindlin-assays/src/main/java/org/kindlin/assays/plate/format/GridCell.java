package org.kindlin.assays.plate.format;

import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.TextRow;

/**
 * One cell of a grid in a text file.
 *
 * @param well the well it stands for
 * @param text what it says
 * @param row the row it was found in
 * @param column zero-based column of the file
 */
public record GridCell(WellAddress well, String text, TextRow row, int column) {}
