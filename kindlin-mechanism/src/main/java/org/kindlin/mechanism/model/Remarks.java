package org.kindlin.mechanism.model;

/**
 * What an element says about itself beside its meaning.
 *
 * @param name for people; may be empty
 * @param metaId target of its annotation; may be empty
 * @param sboTerm term of the Systems Biology Ontology, {@code SBO:0000176}; may be empty
 * @param notes XHTML or plain text for people, as it stands in the file; may be empty
 * @param annotation XML or plain text for machines, as it stands in the file; may be empty
 * @param line where the element starts in its file, from 1; 0 where it came from no file
 */
public record Remarks(String name, String metaId, String sboTerm, String notes, String annotation, int line) {
    /** Nothing said. */
    public static final Remarks NONE = new Remarks("", "", "", "", "", 0);

    /** An element of a text file of which nothing but its line is known. */
    public static Remarks atLine(int line) {
        return new Remarks("", "", "", "", "", line);
    }

    /** The same with another name. */
    public Remarks withName(String changed) {
        return new Remarks(changed, metaId, sboTerm, notes, annotation, line);
    }

    /** The same with other notes. */
    public Remarks withNotes(String changed) {
        return new Remarks(name, metaId, sboTerm, changed, annotation, line);
    }
}
