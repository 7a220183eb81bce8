package org.kindlin.mechanism.sbml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.model.Model;
import org.kindlin.numerics.random.RandomStream;

/**
 * Damages a model file that has one of everything and reads what is left: nothing may come out but a model or faults.
 *
 * <p>A long run by hand: {@code SbmlFuzz 200000 7}.
 */
final class SbmlFuzz {
    private static final String[] WORDS = {
        "NaN",
        "INF",
        "-1",
        "0",
        "1e308",
        "",
        "S",
        "k",
        "yield",
        "A",
        "true",
        "<apply>",
        "</apply>",
        "<ci>R</ci>",
        "&lt;",
        "\"",
        ">",
        "<plus/>",
        "<lambda>",
        "constant=\"true\"",
        "comp:",
        "level=\"2\"",
        "xmlns=\"\"",
        "<sep/>",
        "\u0000",
        "é"
    };

    private SbmlFuzz() {}

    public static void main(String[] arguments) {
        int[] counts = run(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        System.out.println(counts[0] + " read, " + counts[1] + " refused");
    }

    /** How many damaged files were read, and how many refused; anything else escapes. */
    static int[] run(int files, long seed) {
        byte[] whole = document();
        int[] counts = new int[2];
        for (int i = 0; i < files; i++) {
            byte[] damaged = damage(whole, RandomStream.ofSeed(seed).child(i));
            try {
                Model model = SbmlReader.read("fuzz.xml", damaged).model();
                CompiledModel.of("fuzz.xml", model);
                SbmlReader.read("again.xml", SbmlWriter.write(model).getBytes(StandardCharsets.UTF_8));
                counts[0]++;
            } catch (InputFaultException refused) {
                counts[1]++;
            } catch (RuntimeException | StackOverflowError defect) {
                throw new AssertionError(
                        "file " + i + " of seed " + seed + ":\n" + new String(damaged, StandardCharsets.UTF_8), defect);
            }
        }
        return counts;
    }

    static byte[] document() {
        try (InputStream in = SbmlFuzz.class.getResourceAsStream("everything.xml")) {
            if (in == null) {
                throw new IllegalStateException("everything.xml is missing");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] damage(byte[] whole, RandomStream random) {
        String text = new String(whole, StandardCharsets.UTF_8);
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            text = damage(text, random);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String damage(String text, RandomStream random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(60));
        String word = WORDS[random.nextInt(WORDS.length)];
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(from);
            case 2 -> text.substring(0, from) + word + text.substring(from);
            case 3 -> value(text, from, word);
            case 4 -> value(text, from, text.substring(from, to));
            default -> text.substring(0, from) + (char) (32 + random.nextInt(95)) + text.substring(from + 1);
        };
    }

    /** Replaces the next attribute value or text, so that the document stays well-formed more often. */
    private static String value(String text, int from, String word) {
        int quote = text.indexOf('"', from);
        int end = quote < 0 ? -1 : text.indexOf('"', quote + 1);
        return end < 0 ? text : text.substring(0, quote + 1) + word + text.substring(end);
    }
}
