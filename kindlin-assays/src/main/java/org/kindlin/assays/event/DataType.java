package org.kindlin.assays.event;

import java.util.Optional;

/** How values of a parameter are stored: {@code $DATATYPE}, or {@code $PnDATATYPE} of FCS 3.2. */
public enum DataType {
    INTEGER("I"),
    FLOAT("F"),
    DOUBLE("D"),
    ASCII("A");

    private final String code;

    DataType(String code) {
        this.code = code;
    }

    /** The letter that the file writes. */
    public String code() {
        return code;
    }

    static Optional<DataType> of(String code) {
        for (DataType type : values()) {
            if (type.code.equalsIgnoreCase(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Bits that the type itself demands; 0 where {@code $PnB} decides. */
    int bits() {
        return switch (this) {
            case FLOAT -> Float.SIZE;
            case DOUBLE -> Double.SIZE;
            case INTEGER, ASCII -> 0;
        };
    }
}
