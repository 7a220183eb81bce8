package org.kindlin.assays.image.tiff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kindlin.assays.image.ImageDataException;

/** One directory of a TIFF: what describes one picture. */
final class TiffDirectory {
    /** More pages than any microscope's series has. */
    static final int MOST_PAGES = 20_000;

    private static final int MOST_ENTRIES = 4096;
    private static final int REDUCED = 1;
    private static final int MASK = 4;
    private static final int REDUCED_OF_OLD = 2;

    private final Map<Integer, TiffField> fields = new TreeMap<>();

    private final long at;

    private TiffDirectory(long at) {
        this.at = at;
    }

    /** Every directory in order. */
    static List<TiffDirectory> all(TiffBytes bytes) throws ImageDataException {
        List<TiffDirectory> all = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long at = bytes.firstDirectory();
        while (at != 0) {
            if (!seen.add(at)) {
                throw new ImageDataException(
                        "byte " + at,
                        "the chain of pictures comes back to this one",
                        "the file is damaged; export it again");
            }
            if (all.size() == MOST_PAGES) {
                throw new ImageDataException(
                        "page " + MOST_PAGES, "more than " + MOST_PAGES + " pictures", "split the file");
            }
            TiffDirectory directory = new TiffDirectory(at);
            at = directory.read(bytes);
            all.add(directory);
        }
        if (all.isEmpty()) {
            throw new ImageDataException("header", "the TIFF holds no picture", "export it again");
        }
        return all;
    }

    /** Where it begins in the file. */
    long at() {
        return at;
    }

    private long read(TiffBytes bytes) throws ImageDataException {
        long entries = bytes.isBig() ? bytes.signedLong(at) : bytes.unsignedShort(at);
        int size = bytes.isBig() ? 20 : 12;
        if (entries < 1 || entries > MOST_ENTRIES) {
            throw new ImageDataException(
                    "byte " + at, "a directory with " + entries + " entries", "the file is damaged; export it again");
        }
        long entry = at + (bytes.isBig() ? 8 : 2);
        for (int i = 0; i < entries; i++, entry += size) {
            int tag = bytes.unsignedShort(entry);
            int type = bytes.unsignedShort(entry + 2);
            long count = bytes.offset(entry + 4);
            long inline = entry + 4 + (bytes.isBig() ? 8 : 4);
            long room = bytes.isBig() ? 8 : 4;
            int width = TiffField.size(type);
            if (width == 0 || count < 1 || count > bytes.length()) {
                continue; // private and empty entries; what is needed and missing is told when it is asked for
            }
            long place = count * width <= room ? inline : bytes.offset(inline);
            fields.putIfAbsent(tag, new TiffField(bytes, tag, type, count, place));
        }
        return bytes.offset(entry);
    }

    /** Whether it holds a picture, not a smaller copy of one nor the mask of one. */
    boolean isPicture() throws ImageDataException {
        boolean isBeside = (number(TiffTag.NEW_SUBFILE_TYPE, 0) & (REDUCED | MASK)) != 0;
        return !isBeside && number(TiffTag.SUBFILE_TYPE, 1) != REDUCED_OF_OLD;
    }

    Optional<TiffField> find(int tag) {
        return Optional.ofNullable(fields.get(tag));
    }

    TiffField get(int tag, String name) throws ImageDataException {
        TiffField field = fields.get(tag);
        if (field == null) {
            throw new ImageDataException("tag " + tag, "there is no " + name, "the file is damaged; export it again");
        }
        return field;
    }

    /** The first value of an entry as a whole number, or what holds where there is none. */
    int number(int tag, int otherwise) throws ImageDataException {
        TiffField field = fields.get(tag);
        if (field == null) {
            return otherwise;
        }
        long number = field.number(0);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw field.damaged("its value is " + number);
        }
        return (int) number;
    }

    /** The text of an entry; empty where there is none. */
    String text(int tag) throws ImageDataException {
        TiffField field = fields.get(tag);
        return field == null ? "" : field.text();
    }
}
