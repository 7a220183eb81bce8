package org.kindlin.assays.event;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.random.RandomStream;

/**
 * Ruined FCS files: every one is read, or refused with a fault; nothing else escapes and memory stays within the file's
 * size. For a long run: {@code java -Xmx256m ... org.kindlin.assays.event.FcsFuzz 10000000 1}.
 */
final class FcsFuzz {
    private static final int LARGEST = 1 << 16;

    private FcsFuzz() {}

    public static void main(String[] arguments) {
        long count = Long.parseLong(arguments[0]);
        List<byte[]> seeds = FcsSeeds.all();
        long start = System.nanoTime();
        long refused = run(seeds, count, Long.parseLong(arguments[1]));
        long rate = Math.round(count / ((System.nanoTime() - start) / 1e9));
        System.out.println(count + " ruined files, " + refused + " refused, none escaped; " + rate + " a second");
    }

    /** Reads ruined copies; how many were refused. */
    static long run(List<byte[]> seeds, long count, long seed) {
        RandomStream random = RandomStream.ofSeed(seed).child("fcs-fuzz");
        long refused = 0;
        for (long i = 0; i < count; i++) {
            byte[] ruined = ruin(seeds.get(random.nextInt(seeds.size())), random);
            refused += readable(ruined) ? 0 : 1;
        }
        return refused;
    }

    private static boolean readable(byte[] bytes) {
        Findings findings = new Findings("fuzz", ReadingMode.LENIENT);
        List<FcsDataSet> sets = FcsReader.read(bytes, findings);
        if (sets.isEmpty() != findings.faults().any()) {
            throw new AssertionError("refused without a fault, or read in spite of one: " + findings.all() + " in "
                    + Base64.getEncoder().encodeToString(bytes));
        }
        for (FcsDataSet set : sets) {
            if (set.events() > 8L * bytes.length) {
                throw new AssertionError(set.events() + " events in " + bytes.length + " bytes");
            }
            set.parameters().forEach(set::scale);
            SpilloverKeyword.of(set, findings);
        }
        return !sets.isEmpty();
    }

    private static byte[] ruin(byte[] original, RandomStream random) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            bytes = change(bytes, random);
        }
        return bytes.length <= LARGEST ? bytes : Arrays.copyOf(bytes, LARGEST);
    }

    private static byte[] change(byte[] bytes, RandomStream random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(Math.min(bytes.length, random.nextInt(2) == 0 ? 58 : 600));
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] = (byte) ('0' + random.nextInt(10));
            case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 3 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            }
            case 4 -> {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
                System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
            }
            default -> {
                int digits = Math.min(bytes.length - at, 8);
                for (int i = 0; i < digits; i++) {
                    bytes[at + i] = '9';
                }
            }
        }
        return bytes;
    }
}
