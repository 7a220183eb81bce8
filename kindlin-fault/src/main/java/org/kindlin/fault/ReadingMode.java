package org.kindlin.fault;

/** What becomes of a file that is not quite as its format has it. */
public enum ReadingMode {
    /** Any deviation is a fault: the file is refused. */
    STRICT,
    /** What has one meaning only is repaired, and the repair is told as a warning. */
    LENIENT,
    /** Everything found is listed and nothing is analysed. */
    REPORT
}
