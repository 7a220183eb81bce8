package org.kindlin.assays.plate;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader's file itself says is in a well, in the words of the reader's software; empty where it says nothing.
 *
 * @param id well identifier: {@code STD1}, {@code SPL3:2}, {@code BLK}, {@code Un0001}, {@code Sample X1}
 * @param type kind of the well where a column of its own says it: {@code Standard}
 * @param name what the user called it
 * @param amount concentration of a standard, dilution or concentration of a sample, without a unit; null where not stated
 */
public record WellLabel(
        String id, String type, String name, @Nullable Double amount) {
    /** Gen5, SkanIt, MARS: standards, blanks, specimens, controls. */
    private static final Pattern ID =
            Pattern.compile("([\\p{L}][\\p{L} ._-]{0,30}?)(?:[ _-][A-Z]?)?(\\d{1,5})?(?::(\\d{1,4}))?");

    private static final Set<String> STANDARDS = Set.of("std", "stnd", "standard", "cal", "calibrator");
    private static final Set<String> BLANKS = Set.of("blk", "blank", "blnk", "blanc", "blanco", "leerwert");
    private static final Set<String> SPECIMENS =
            Set.of("spl", "smp", "sample", "un", "unk", "unkn", "unknown", "échantillon", "probe", "muestra");
    private static final Set<String> OTHERS = Set.of("ctl", "ctrl", "control");

    /** What the software's words mean, as far as they mean one thing only. */
    public enum Kind {
        STANDARD,
        BLANK,
        /** A sample: a specimen of unknown amount, or cells or enzyme with a compound. */
        SPECIMEN,
        /** A control, without a word on whether it is the vehicle or the full effect. */
        CONTROL,
        /** The user's own word. */
        OTHER,
        /** Nothing is said. */
        NONE
    }

    /** The same well with what another part of the file says of it, where this one says nothing. */
    public WellLabel or(WellLabel other) {
        return new WellLabel(
                id.isEmpty() ? other.id : id,
                type.isEmpty() ? other.type : type,
                name.isEmpty() ? other.name : name,
                amount == null ? other.amount : amount);
    }

    /** What kind of well it is. */
    public Kind kind() {
        if (id.isEmpty() && type.isEmpty()) {
            return Kind.NONE;
        }
        Kind stated = type.isEmpty() ? Kind.OTHER : kind(type.toLowerCase(Locale.ROOT));
        return stated == Kind.OTHER ? kind(stem().toLowerCase(Locale.ROOT)) : stated;
    }

    private static Kind kind(String word) {
        if (STANDARDS.contains(word)) {
            return Kind.STANDARD;
        }
        if (BLANKS.contains(word)) {
            return Kind.BLANK;
        }
        if (SPECIMENS.contains(word)) {
            return Kind.SPECIMEN;
        }
        boolean isControl = OTHERS.contains(word)
                || word.startsWith("pos")
                || word.startsWith("neg")
                || word.endsWith("control")
                || word.endsWith("ctrl");
        return isControl ? Kind.CONTROL : Kind.OTHER;
    }

    /** The role that these words have in this program's plate maps; empty where they leave it open. */
    public Optional<WellRole> role() {
        return switch (kind()) {
            case STANDARD -> Optional.of(WellRole.STANDARD);
            case BLANK -> Optional.of(WellRole.BLANK);
            case SPECIMEN -> Optional.of(WellRole.UNKNOWN);
            case CONTROL, NONE -> Optional.empty();
            case OTHER -> WellRole.parse(id).or(() -> WellRole.parse(stem()));
        };
    }

    /** The identifier without the number of its dilution: {@code SPL3} of {@code SPL3:2}. */
    public String specimen() {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    private String stem() {
        Matcher matcher = ID.matcher(id);
        return matcher.matches() ? matcher.group(1).strip() : id;
    }
}
