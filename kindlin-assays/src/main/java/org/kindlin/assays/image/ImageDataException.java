package org.kindlin.assays.image;

/** An image is damaged, hostile or of a kind that is not read; turned into a fault before it leaves the package. */
public final class ImageDataException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String remedy;

    /**
     * @param place where in the file: {@code page 3}, {@code tag 258}; may be empty
     */
    public ImageDataException(String place, String problem, String remedy) {
        super(problem);
        this.place = place;
        this.remedy = remedy;
    }

    public String place() {
        return place;
    }

    public String problem() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
