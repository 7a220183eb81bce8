package org.kindlin.figures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Advance widths of a TrueType font by character, as fractions of the em: tables head, hhea, hmtx and the format 4
 * subtable of cmap (OpenType specification 1.9). Characters the font lacks count a full em.
 */
final class TrueTypeWidths {
    private static final int BASIC_PLANE = 0x10000;

    private final float[] widths;

    private TrueTypeWidths(float[] widths) {
        this.widths = widths;
    }

    static TrueTypeWidths read(byte[] font) {
        ByteBuffer file = ByteBuffer.wrap(font);
        double unitsPerEm = Short.toUnsignedInt(file.getShort(table(file, "head") + 18));
        int metrics = Short.toUnsignedInt(file.getShort(table(file, "hhea") + 34));
        int hmtx = table(file, "hmtx");
        int cmap = unicodeSubtable(file);
        float[] widths = new float[BASIC_PLANE];
        Arrays.fill(widths, 1);
        int segments = Short.toUnsignedInt(file.getShort(cmap + 6)) / 2;
        for (int segment = 0; segment < segments; segment++) {
            int last = Short.toUnsignedInt(file.getShort(cmap + 14 + 2 * segment));
            for (int c = Short.toUnsignedInt(file.getShort(cmap + 16 + 2 * (segments + segment))); c <= last; c++) {
                int glyph = glyph(file, cmap, segments, segment, c);
                int advance = Short.toUnsignedInt(file.getShort(hmtx + 4 * Math.min(glyph, metrics - 1)));
                widths[c] = glyph == 0 ? 1 : (float) (advance / unitsPerEm);
            }
        }
        return new TrueTypeWidths(widths);
    }

    /** Sum of the advance widths, in ems; combining marks and pairs are not kerned. */
    double width(String text) {
        return text.codePoints()
                .mapToDouble(c -> c < BASIC_PLANE ? widths[c] : 1)
                .sum();
    }

    private static int table(ByteBuffer file, String tag) {
        int tables = Short.toUnsignedInt(file.getShort(4));
        byte[] name = new byte[4];
        for (int i = 0; i < tables; i++) {
            file.get(12 + 16 * i, name);
            if (tag.equals(new String(name, StandardCharsets.US_ASCII))) {
                return file.getInt(12 + 16 * i + 8);
            }
        }
        throw new IllegalArgumentException("the font has no table " + tag);
    }

    private static int unicodeSubtable(ByteBuffer file) {
        int cmap = table(file, "cmap");
        int subtables = Short.toUnsignedInt(file.getShort(cmap + 2));
        for (int i = 0; i < subtables; i++) {
            int subtable = cmap + file.getInt(cmap + 4 + 8 * i + 4);
            if (file.getShort(subtable) == 4) {
                return subtable;
            }
        }
        throw new IllegalArgumentException("the font has no character map of format 4");
    }

    private static int glyph(ByteBuffer file, int cmap, int segments, int segment, int c) {
        int startAt = cmap + 16 + 2 * (segments + segment);
        int delta = file.getShort(startAt + 2 * segments);
        int offsetAt = startAt + 4 * segments;
        int offset = Short.toUnsignedInt(file.getShort(offsetAt));
        if (offset == 0) {
            return c + delta & 0xFFFF;
        }
        int first = Short.toUnsignedInt(file.getShort(startAt));
        int glyph = Short.toUnsignedInt(file.getShort(offsetAt + offset + 2 * (c - first)));
        return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
    }
}
