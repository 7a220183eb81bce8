package org.kindlin.assays.elisa;

/** What the antibody's signal is divided by. */
public enum ElisaNormalization {
    NONE("nothing"),
    /** A stain of nuclei. */
    DAPI("DAPI"),
    /** A stain of total protein. */
    PROTEIN("total protein");

    private final String words;

    ElisaNormalization(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
