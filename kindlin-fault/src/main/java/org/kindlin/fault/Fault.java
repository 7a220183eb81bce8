package org.kindlin.fault;

/**
 * One thing wrong with an input, said so that the person who owns the file can mend it.
 *
 * @param file path as the user gave it
 * @param place where in the file: {@code line 12}, {@code line 12, column 3}, {@code well B07}, {@code atp}; may be empty
 * @param problem what is wrong, with the offending value
 * @param remedy what to do about it
 */
public record Fault(String file, String place, String problem, String remedy) {

    /** The one line a user sees: {@code file:place: problem (remedy)}. */
    @Override
    public String toString() {
        return oneLine(file + ":" + (place.isEmpty() ? "" : place + ":") + " " + problem + " (" + remedy + ")");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
