package org.kindlin.assays.text;

import java.util.List;
import org.kindlin.assays.result.Warning;

/**
 * The text of a file.
 *
 * @param text without byte order mark
 * @param encoding name of the encoding it was found to be in
 * @param findings what had to be assumed
 */
public record DecodedText(String text, String encoding, List<Warning> findings) {}
