package org.kindlin.assays.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts that cells refer to by number (ECMA-376 part 1, 18.4). */
final class SharedStrings {
    static final int MOST = 1_000_000;

    private final List<String> texts;

    private SharedStrings(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    static SharedStrings of(ZipDirectory zip, String name) throws WorkbookException {
        Optional<byte[]> part = zip.part(name);
        if (part.isEmpty()) {
            return new SharedStrings(List.of());
        }
        List<String> texts = new ArrayList<>();
        try (XmlPart xml = XmlPart.of(name, part.get())) {
            while (xml.next()) {
                if (xml.isStart("si")) {
                    texts.add(xml.richTextOf("si"));
                }
                if (texts.size() > MOST) {
                    throw new WorkbookException(name, "more than " + MOST + " texts", "save the readings alone");
                }
            }
        }
        return new SharedStrings(texts);
    }

    /** The text of a number; empty where there is none. */
    Optional<String> at(String number) {
        if (!number.strip().matches("\\d{1,7}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(number.strip());
        return index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
    }
}
