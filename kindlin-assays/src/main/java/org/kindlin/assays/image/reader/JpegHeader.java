package org.kindlin.assays.image.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.StoredOrientation;

/** What the segments of a JPEG before its first scan say (ITU-T T.81, annex B; Exif 2.3). */
final class JpegHeader {
    private static final int PROGRESSIVE = 0xC2;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    private static final int ORIENTATION = 274;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private JpegHeader() {}

    /** One segment: its marker and its content. */
    private record Segment(int marker, int from, int to) {
        /** Whether it describes a frame: C0 to CF but for tables and the range reserved. */
        boolean isFrame() {
            return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        }
    }

    /** Refuses by name what the decoder of the JDK reads wrongly or not at all. */
    static void requireReadable(byte[] file) throws ImageDataException {
        Optional<Segment> frame = Optional.empty();
        for (int at = 2; frame.isEmpty(); ) {
            Optional<Segment> segment = segment(file, at);
            if (segment.isEmpty()) {
                return; // the decoder tells what is wrong
            }
            frame = segment.filter(Segment::isFrame);
            at = segment.get().to;
        }
        ByteBuffer content = ByteBuffer.wrap(file, frame.get().from, frame.get().to - frame.get().from);
        if (content.remaining() < 6) {
            return;
        }
        int bits = content.get();
        int channels = content.get(content.position() + 4);
        if (frame.get().marker > PROGRESSIVE) {
            throw refusal("the JPEG is lossless or arithmetically coded");
        }
        if (bits != 8) {
            throw refusal("the JPEG has samples of " + bits + " bits");
        }
        if (channels == 4) {
            throw refusal("the JPEG holds printing inks (CMYK)");
        }
    }

    private static ImageDataException refusal(String what) {
        return new ImageDataException("", what + ", which is not read here", "save it as a grey or RGB TIFF");
    }

    /** How the picture is stored; upright where nothing is said, or said so that it cannot be understood. */
    static StoredOrientation orientation(byte[] file) {
        int at = 2;
        for (Optional<Segment> segment = segment(file, at); segment.isPresent(); segment = segment(file, at)) {
            if (segment.get().marker == EXIF) {
                int code = exif(ByteBuffer.wrap(file, segment.get().from, segment.get().to - segment.get().from)
                        .slice());
                if (code > 0) {
                    return new StoredOrientation(code);
                }
            }
            at = segment.get().to;
        }
        return StoredOrientation.UPRIGHT;
    }

    /** The segment that begins at a place; empty at the first scan and where none begins. */
    private static Optional<Segment> segment(byte[] file, int from) {
        int at = from;
        while (at + 1 < file.length && (file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == 0xFF) {
            at++; // fill bytes
        }
        if (at + 4 > file.length || (file[at] & 0xFF) != 0xFF || (file[at + 1] & 0xFF) == SCAN) {
            return Optional.empty();
        }
        int length = (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
        return length < 2 || at + 2 + length > file.length
                ? Optional.empty()
                : Optional.of(new Segment(file[at + 1] & 0xFF, at + 4, at + 2 + length));
    }

    /** The orientation in the first directory of an Exif block, which is laid out as a TIFF; 0 where there is none. */
    private static int exif(ByteBuffer block) {
        if (block.remaining() < EXIF_NAME.length + 8
                || !block.slice(0, EXIF_NAME.length).equals(ByteBuffer.wrap(EXIF_NAME))) {
            return 0;
        }
        ByteBuffer tiff = block.slice(EXIF_NAME.length, block.remaining() - EXIF_NAME.length);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 0;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.limit(); i++) {
            int entry = directory + 2 + 12 * i;
            if (tiff.getShort(entry) == ORIENTATION) {
                return tiff.getShort(entry + 8);
            }
        }
        return 0;
    }
}
