package org.kindlin.assays.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/**
 * Turns the bytes of a text file into text: UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252.
 *
 * <p>UTF-8 is believed only if every byte fits it, UTF-16 without a mark only if one byte of most pairs is zero (the
 * text of an instrument is mostly ASCII). Whatever is left is what Western European Windows writes.
 */
public final class TextDecoder {
    /** Files larger than this are refused; the largest plate exports are below 1 MiB. */
    static final int MOST_BYTES = 64 << 20;

    private static final int SAMPLE = 4096;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String AS_TEXT = "export it as CSV text";

    private TextDecoder() {}

    /** The text, or empty where faults were added. */
    public static Optional<DecodedText> decode(RawFile file, Faults faults) {
        byte[] bytes = file.bytes();
        Optional<String> refusal = refusal(bytes);
        if (refusal.isPresent()) {
            faults.add(file.path(), "", refusal.get(), AS_TEXT);
            return Optional.empty();
        }
        Optional<DecodedText> decoded = decode(bytes);
        if (decoded.isEmpty()) {
            faults.add(file.path(), "", "the UTF-16 text is damaged or cut off", "export the file again as UTF-8");
            return decoded;
        }
        int binary = decoded.get().text().indexOf('\0');
        if (binary >= 0) {
            String place = "line " + lineAt(decoded.get().text(), binary);
            faults.add(file.path(), place, "a zero byte: this is not a text file", AS_TEXT);
            return Optional.empty();
        }
        return decoded;
    }

    private static Optional<String> refusal(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of("the file is empty");
        }
        if (bytes.length > MOST_BYTES) {
            return Optional.of(
                    "the file has " + bytes.length + " bytes, more than the " + MOST_BYTES + " that are read");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return Optional.of("this is a spreadsheet workbook or another zip archive, not text");
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of("this is an old binary workbook or document, not text");
        }
        if (startsWith(bytes, 0x1F, 0x8B)) {
            return Optional.of("this is a gzip archive, not text");
        }
        return startsWith(bytes, '%', 'P', 'D', 'F') ? Optional.of("this is a PDF, not text") : Optional.empty();
    }

    private static Optional<DecodedText> decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8OrWindows(bytes, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strictly(StandardCharsets.UTF_16LE, bytes, 2);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strictly(StandardCharsets.UTF_16BE, bytes, 2);
        }
        if (mostlyZero(bytes, 1)) {
            return strictly(StandardCharsets.UTF_16LE, bytes, 0);
        }
        return mostlyZero(bytes, 0) ? strictly(StandardCharsets.UTF_16BE, bytes, 0) : utf8OrWindows(bytes, 0);
    }

    private static Optional<DecodedText> utf8OrWindows(byte[] bytes, int from) {
        Optional<DecodedText> utf8 = strictly(StandardCharsets.UTF_8, bytes, from);
        return utf8.isPresent() ? utf8 : Optional.of(windows(bytes, from));
    }

    private static DecodedText windows(byte[] bytes, int from) {
        String text = new String(bytes, from, bytes.length - from, WINDOWS);
        Charset charset = WINDOWS;
        if (text.indexOf('\uFFFD') >= 0) { // five bytes mean nothing in Windows-1252, everything does in Latin-1
            charset = StandardCharsets.ISO_8859_1;
            text = new String(bytes, from, bytes.length - from, charset);
        }
        Warning finding = new Warning("encoding", "the file is not UTF-8; it was read as " + charset.name());
        return new DecodedText(text, charset.name(), List.of(finding));
    }

    private static Optional<DecodedText> strictly(Charset charset, byte[] bytes, int from) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return Optional.of(new DecodedText(text, charset.name(), List.of()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether at least 40 % of the bytes at even or odd places are zero and nearly none of the others are. */
    private static boolean mostlyZero(byte[] bytes, int parity) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        int zeroHere = 0;
        int zeroThere = 0;
        for (int pair = 0; pair < pairs; pair++) {
            zeroHere += bytes[2 * pair + parity] == 0 ? 1 : 0;
            zeroThere += bytes[2 * pair + 1 - parity] == 0 ? 1 : 0;
        }
        return pairs > 0 && zeroHere >= 0.4 * pairs && zeroThere <= 0.02 * pairs;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static long lineAt(String text, int end) {
        return 1 + text.chars().limit(end).filter(c -> c == '\n').count();
    }
}
