package org.kindlin.assays.plate;

import org.kindlin.assays.text.TextRow;

/**
 * One cell of a grid in a text file.
 *
 * @param well the well it stands for
 * @param text what it says
 * @param row the row it was found in
 * @param column zero-based column of the file
 */
record GridCell(WellAddress well, String text, TextRow row, int column) {}
