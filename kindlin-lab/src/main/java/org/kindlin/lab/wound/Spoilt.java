package org.kindlin.lab.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Frames that show no wound that can be measured.
 *
 * @param well name; {@code *} for every one
 * @param frame number from 1; 0 for every one
 */
record Spoilt(String well, int frame, Kind kind) {

    /** What is wrong with a frame. */
    enum Kind {
        /** The lens stands half a cell or more away from the cells. */
        OUT_OF_FOCUS,
        /** A closed sheet that nobody scratched. */
        NO_WOUND,
        /** Bare plastic. */
        NO_CELLS,
        /** Single cells everywhere instead of a sheet. */
        SPARSE,
        /** The lamp was off. */
        DARK,
        /** So bright that the camera is at the end of its range. */
        OVEREXPOSED
    }

    boolean isOf(String ofWell, int ofFrame) {
        return (well.equals("*") || well.equals(ofWell)) && (frame == 0 || frame == ofFrame);
    }

    String text() {
        return well + "/" + (frame == 0 ? "*" : String.valueOf(frame)) + "=" + word(kind);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@code B1/3=out-of-focus, C1/*=no-wound}; empty where a part does not fit. */
    static Optional<List<Spoilt>> parse(String text) {
        List<Spoilt> all = new ArrayList<>();
        for (String part : text.strip().equals("none") ? new String[0] : text.split(",", -1)) {
            String[] sides = part.strip().split("[/=]", -1);
            Optional<Kind> kind = sides.length == 3 ? kind(sides[2].strip()) : Optional.empty();
            boolean fits =
                    kind.isPresent() && !sides[0].isBlank() && sides[1].strip().matches("\\*|[1-9][0-9]{0,3}");
            if (!fits) {
                return Optional.empty();
            }
            int frame = sides[1].strip().equals("*") ? 0 : Integer.parseInt(sides[1].strip());
            all.add(new Spoilt(sides[0].strip(), frame, kind.get()));
        }
        return Optional.of(all);
    }

    private static Optional<Kind> kind(String word) {
        for (Kind kind : Kind.values()) {
            if (word(kind).equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
