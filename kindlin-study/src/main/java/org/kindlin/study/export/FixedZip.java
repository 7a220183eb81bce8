package org.kindlin.study.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIP archives that depend on nothing but what is in them: every time in them is the same. */
public final class FixedZip {
    /** The first day of the year of Kindlin; a ZIP entry must have some time. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /** The part of an Office document that holds the time of its making. */
    private static final String CORE_PROPERTIES = "docProps/core.xml";

    private FixedZip() {}

    /** An archive of files, in the order given. */
    public static byte[] of(List<ExportFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (ExportFile file : files) {
                add(zip, file.name(), file.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same Office document, with the times of its parts and of its making fixed. */
    static byte[] of(byte[] office) {
        return of(OfficeParts.of(office).stream()
                .map(part -> part.name().equals(CORE_PROPERTIES)
                        ? new ExportFile(part.name(), timeless(part.content()))
                        : part)
                .toList());
    }

    private static byte[] timeless(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:(?:created|modified)[^>]*>)[^<]*", "$1" + TIME + ":00Z")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
