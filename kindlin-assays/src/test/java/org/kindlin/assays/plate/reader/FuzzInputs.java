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
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.workbook.TestWorkbook;

/**
 * Ruined plate files without end: real exports and small ones in every vendor's form, cut off, with holes, with words of
 * other formats, with parts said twice or taken from another file; workbooks also inside their parts; and noise.
 */
final class FuzzInputs {
    /** Forms in {@code forms/}, small exports of our own. */
    private static final List<String> FORMS = List.of(
            "bmg.csv",
            "envision.csv",
            "gen5-kinetic.txt",
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
            "softmax-columns.txt",
            "softmax-plate.txt",
            "tidy.csv");

    private static final int SMALL = 2600;

    private final List<byte[]> texts = new ArrayList<>();
    private final List<byte[]> books = new ArrayList<>();
    private final String[] words = lines("words.txt");
    private final String[] xml = lines("xml.txt");
    private final Random random;

    FuzzInputs(long seed) {
        this.random = new Random(seed);
        for (RawFile file : ReferenceExports.all()) {
            if (file.bytes()[0] == 'P' && file.bytes()[1] == 'K') {
                books.add(file.bytes());
            } else {
                texts.add(file.bytes());
                texts.addAll(small(file.bytes()));
            }
        }
        for (String form : FORMS) {
            byte[] bytes = ReferenceExports.file("forms/" + form).bytes();
            texts.add(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            texts.add(text.getBytes(StandardCharsets.UTF_16LE));
            books.add(TestWorkbook.of(Map.of("Results", text)).bytes());
        }
    }

    private static String[] lines(String name) {
        String text = new String(ReferenceExports.file("forms/" + name).bytes(), StandardCharsets.UTF_8);
        return text.lines().map(String::translateEscapes).toArray(String[]::new);
    }

    /** Small pieces of a large file, so that most of the time goes into what is mutated. */
    private static List<byte[]> small(byte[] bytes) {
        return bytes.length <= SMALL
                ? List.of()
                : List.of(
                        Arrays.copyOf(bytes, SMALL),
                        Arrays.copyOf(bytes, SMALL),
                        Arrays.copyOfRange(bytes, bytes.length - SMALL, bytes.length));
    }

    /** The next ruined file. */
    byte[] next() {
        int kind = random.nextInt(100);
        if (kind < 3) {
            byte[] noise = new byte[random.nextInt(4096)];
            random.nextBytes(noise);
            return noise;
        }
        if (kind < 75) {
            return mutated(one(texts), texts, words);
        }
        return kind < 85 ? mutated(one(books), books, xml) : rebuilt(one(books));
    }

    private byte[] mutated(byte[] seed, List<byte[]> others, String[] vocabulary) {
        byte[] bytes = seed;
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            bytes = mutatedOnce(bytes, others, vocabulary);
        }
        return bytes;
    }

    private byte[] mutatedOnce(byte[] bytes, List<byte[]> others, String[] vocabulary) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(200));
        byte[] word = vocabulary[random.nextInt(vocabulary.length)].getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, at); // cut off
            case 1 -> joined(bytes, at, new byte[0], to); // a hole
            case 2, 3 -> joined(bytes, at, word, at);
            case 4 -> joined(bytes, at, word, to);
            case 5 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, to), at); // said twice
            case 6 -> flipped(bytes);
            default -> {
                byte[] other = one(others);
                int from = random.nextInt(other.length);
                yield joined(bytes, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + 500)), to);
            }
        };
    }

    /** A workbook with one of its parts ruined before it is packed. */
    private byte[] rebuilt(byte[] book) {
        Map<String, byte[]> parts = parts(book);
        List<String> names = parts.keySet().stream()
                .filter(name -> name.endsWith(".xml") || name.endsWith(".rels"))
                .toList();
        String name = names.get(random.nextInt(names.size()));
        List<byte[]> others =
                parts.values().stream().filter(part -> part.length > 0).toList();
        byte[] part = Objects.requireNonNull(parts.get(name), name);
        parts.put(name, mutated(part, others, random.nextBoolean() ? xml : words));
        return packed(parts);
    }

    private static Map<String, byte[]> parts(byte[] book) {
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

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private byte[] one(List<byte[]> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + middle.length);
        joined.write(bytes, 0, end);
        joined.write(middle, 0, middle.length);
        joined.write(bytes, from, bytes.length - from);
        return joined.toByteArray();
    }
}
