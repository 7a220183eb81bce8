package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes of a segment as text. */
final class Latin {
    private Latin() {}

    /** One character per byte. */
    static String text(MemorySegment bytes, long from, int length) {
        return new String(copy(bytes, from, length), StandardCharsets.ISO_8859_1);
    }

    /** UTF-8 where the bytes are that (FCS 3.1), else one character per byte (older cytometers write what they like). */
    static String utf8OrLatin(MemorySegment bytes, long from, int length) {
        byte[] copy = copy(bytes, from, length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(copy))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(copy, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] copy(MemorySegment bytes, long from, int length) {
        return bytes.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE);
    }
}
