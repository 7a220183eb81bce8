package org.kindlin.assays.workbook;

/** A workbook is damaged or hostile; turned into a fault before it leaves the package. */
final class WorkbookException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String remedy;

    WorkbookException(String place, String problem, String remedy) {
        super(problem);
        this.place = place;
        this.remedy = remedy;
    }

    /** The part or cell. */
    String place() {
        return place;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
