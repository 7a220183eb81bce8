package org.kindlin.assays.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** FCS files put together byte by byte, with whatever keywords and segments a test needs. */
final class FcsText {
    private final Map<String, String> keywords = new LinkedHashMap<>();
    private final byte[] data;

    FcsText(byte[] data, String... pairs) {
        this.data = data;
        keywords.put("$MODE", "L");
        keywords.put("$BYTEORD", "1,2,3,4");
        for (int i = 0; i < pairs.length; i += 2) {
            keywords.put(pairs[i], pairs[i + 1]);
        }
    }

    /** Adds a parameter of the number that is free. */
    FcsText parameter(String name, int bits, long range) {
        int number = 1;
        while (keywords.containsKey("$P" + number + "B")) {
            number++;
        }
        keywords.put("$P" + number + "N", name);
        keywords.put("$P" + number + "B", Integer.toString(bits));
        keywords.put("$P" + number + "R", Long.toString(range));
        keywords.put("$P" + number + "E", "0,0");
        keywords.put("$PAR", Integer.toString(number));
        return this;
    }

    FcsText with(String keyword, String value) {
        keywords.put(keyword, value);
        return this;
    }

    /** The file, with more bytes after DATA. */
    byte[] bytes(byte... after) {
        StringBuilder text = new StringBuilder("|");
        keywords.forEach((key, value) ->
                text.append(key).append('|').append(value.replace("|", "||")).append('|'));
        byte[] segment = text.toString().getBytes(StandardCharsets.UTF_8);
        int begin = FcsHeader.LENGTH + segment.length;
        String header = String.format(
                Locale.ROOT,
                "FCS3.0    %8d%8d%8d%8d%8d%8d",
                FcsHeader.LENGTH,
                begin - 1,
                begin,
                begin + data.length - 1,
                0,
                0);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(segment);
        file.writeBytes(data);
        file.writeBytes(after);
        return file.toByteArray();
    }
}
