package org.kindlin.lab.export;

/** The format of one vendor's export. */
interface ExportFormat {

    /** What a plate can hold in a file of the format. */
    enum Holds {
        /** One read. */
        ONE_READ,
        /** Several reads, at no stated time. */
        READS,
        /** Several reads, each once or over time. */
        SERIES
    }

    /** The file name's extension, without the dot. */
    String extension();

    Holds holds();

    /** The file. It says that it is simulated within its first 4,096 bytes, where a reader of the format passes it over. */
    byte[] write(ReaderRun run);
}
