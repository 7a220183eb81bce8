package org.kindlin.assays.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Ruins bytes: cut off, with holes, with words of other formats, with parts said twice or taken from another file. */
public final class Mutations {
    private static final int LONGEST_PART = 200;
    private static final int LONGEST_FOREIGN_PART = 500;

    private Mutations() {}

    /** The words in UTF-8, for {@link #ruined}. */
    public static byte[][] words(List<String> words) {
        return words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    /**
     * The seed with some changes.
     *
     * @param others files that parts are taken from
     * @param words what is written in
     * @param most changes; at least one is made
     */
    public static byte[] ruined(byte[] seed, List<byte[]> others, byte[][] words, int most, RandomGenerator random) {
        byte[] bytes = seed;
        int changes = 1 + random.nextInt(most);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes, others, words, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, List<byte[]> others, byte[][] words, RandomGenerator random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(LONGEST_PART));
        byte[] word = words[random.nextInt(words.length)];
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, at); // cut off
            case 1 -> joined(bytes, at, word, 0, 0, to); // a hole
            case 2, 3, 4 -> joined(bytes, at, word, 0, word.length, at);
            case 5 -> joined(bytes, at, word, 0, word.length, to);
            case 6 -> joined(bytes, at, bytes, at, to, at); // said twice
            case 7 -> flipped(bytes, random);
            default -> {
                byte[] other = others.get(random.nextInt(others.size()));
                int from = random.nextInt(other.length);
                int end = Math.min(other.length, from + random.nextInt(LONGEST_FOREIGN_PART));
                yield joined(bytes, at, other, from, end, to);
            }
        };
    }

    private static byte[] flipped(byte[] bytes, RandomGenerator random) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int first, int last, int from) {
        byte[] joined = new byte[end + last - first + bytes.length - from];
        System.arraycopy(bytes, 0, joined, 0, end);
        System.arraycopy(middle, first, joined, end, last - first);
        System.arraycopy(bytes, from, joined, end + last - first, bytes.length - from);
        return joined;
    }
}
