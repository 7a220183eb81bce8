package org.kindlin.assays.plate.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.kindlin.assays.fuzz.Mutations;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.workbook.TestWorkbook;

/**
 * Ruined plate files without end: small exports of our own in every vendor's form, heads of real exports with some of
 * their lines, now and then a whole one, ruined ({@link Mutations}); workbooks also inside their parts; and noise. Most are
 * small and text, so that the time goes into readers and not into zip.
 */
final class FuzzInputs {
    /** Forms in {@code forms/}, small exports of our own. */
    private static final List<String> FORMS = List.of(
            "bmg.csv",
            "bmg-columns.csv",
            "envision.csv",
            "gen5-kinetic.txt",
            "gen5-list.txt",
            "gen5-matrix.txt",
            "grid.csv",
            "i-control-across.txt",
            "i-control-down.txt",
            "kaleido-2.csv",
            "kaleido-3.csv",
            "magellan.txt",
            "map-cells.csv",
            "map-grid.csv",
            "map-tidy.csv",
            "skanit.txt",
            "skanit-list.txt",
            "softmax-columns.txt",
            "softmax-plate.txt",
            "tidy.csv");

    private static final int HEAD = 500;
    private static final int PART = 500;
    private static final int NOISE = 600;

    private final List<byte[]> forms = new ArrayList<>();
    private final List<byte[]> exports = new ArrayList<>();
    private final List<byte[]> books = new ArrayList<>();
    private final List<byte[]> realBooks = new ArrayList<>();
    private final List<Map<String, byte[]>> parts = new ArrayList<>();
    private final byte[][] words = words("words.txt");
    private final byte[][] xml = words("xml.txt");

    FuzzInputs() {
        for (RawFile file : ReferenceExports.all()) {
            boolean isBook = file.bytes()[0] == 'P' && file.bytes()[1] == 'K';
            (isBook ? realBooks : exports).add(file.bytes());
        }
        for (String form : FORMS) {
            byte[] bytes = ReferenceExports.file("forms/" + form).bytes();
            forms.add(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            books.add(TestWorkbook.of(Map.of("Results", text)).bytes());
        }
        books.forEach(book -> parts.add(unpacked(book)));
    }

    private static byte[][] words(String name) {
        String text = new String(ReferenceExports.file("forms/" + name).bytes(), StandardCharsets.UTF_8);
        return Mutations.words(text.lines().map(String::translateEscapes).toList());
    }

    /** The next ruined file. */
    byte[] next(RandomGenerator random) {
        int kind = random.nextInt(1000);
        if (kind < 20) {
            byte[] noise = new byte[random.nextInt(NOISE)];
            random.nextBytes(noise);
            return noise;
        }
        if (kind < 500) {
            return Mutations.ruined(one(forms, random), forms, words, 5, random);
        }
        if (kind < 540) {
            String text = new String(one(forms, random), StandardCharsets.UTF_8);
            return Mutations.ruined(text.getBytes(StandardCharsets.UTF_16LE), forms, words, 4, random);
        }
        if (kind < 955) {
            return Mutations.ruined(piece(one(exports, random), random), forms, words, 5, random);
        }
        if (kind < 963) {
            return Mutations.ruined(one(exports, random), exports, words, 6, random);
        }
        if (kind < 980) {
            return Mutations.ruined(one(books, random), books, xml, 4, random);
        }
        return kind < 999 ? rebuilt(random) : Mutations.ruined(one(realBooks, random), books, xml, 4, random);
    }

    /** The head of an export, by which it is known, with some of its later lines. */
    private static byte[] piece(byte[] bytes, RandomGenerator random) {
        if (bytes.length <= HEAD + PART) {
            return bytes;
        }
        int head = lineEnd(bytes, HEAD - random.nextInt(HEAD / 2));
        int from = lineEnd(bytes, head + random.nextInt(bytes.length - head));
        int to = Math.min(bytes.length, from + PART);
        byte[] piece = Arrays.copyOf(bytes, head + to - from);
        System.arraycopy(bytes, from, piece, head, to - from);
        return piece;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = Math.min(from, bytes.length);
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }

    /** A workbook with one of its parts ruined before it is packed. */
    private byte[] rebuilt(RandomGenerator random) {
        Map<String, byte[]> book = new LinkedHashMap<>(parts.get(random.nextInt(parts.size())));
        List<String> names = book.keySet().stream()
                .filter(name -> name.endsWith(".xml") || name.endsWith(".rels"))
                .toList();
        String name = names.get(random.nextInt(names.size()));
        List<byte[]> others =
                book.values().stream().filter(part -> part.length > 0).toList();
        byte[] part = Objects.requireNonNull(book.get(name), name);
        book.put(name, Mutations.ruined(part, others, random.nextBoolean() ? xml : words, 5, random));
        return packed(book);
    }

    private static Map<String, byte[]> unpacked(byte[] book) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] one(List<byte[]> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
