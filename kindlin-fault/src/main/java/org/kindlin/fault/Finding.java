package org.kindlin.fault;

/**
 * Something that a reader noticed in a file.
 *
 * @param severity what it means for the file
 * @param code short name of its kind ({@code rows-short})
 * @param place where in the file: {@code line 12, column 3}, {@code Results!B7}; may be empty
 * @param problem what is so
 * @param remedy what to do about it, or how it was read
 */
public record Finding(Severity severity, String code, String place, String problem, String remedy) {

    /** What a finding means for the file. */
    public enum Severity {
        /** Worth knowing; nothing is wrong. */
        NOTE,
        /** Not as the format has it, but with one meaning only, by which it is read. */
        REPAIRED,
        /** The file cannot be analysed. */
        FAULT
    }

    /** The one line a user sees: {@code place: problem (remedy)}. */
    public String text() {
        String end = remedy.isEmpty() ? "" : " (" + remedy + ")";
        return (place.isEmpty() ? "" : place + ": ") + problem + end;
    }
}
