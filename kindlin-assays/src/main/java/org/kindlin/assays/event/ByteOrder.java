package org.kindlin.assays.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code $BYTEORD}: the significance of each byte of a number in the order of the file, 1 for the least. For numbers of
 * fewer bytes the greater significances are left out; for more bytes an ascending or descending order goes on.
 */
final class ByteOrder {
    private static final int MOST = 8;
    private final List<Integer> significance;

    private ByteOrder(List<Integer> significance) {
        this.significance = List.copyOf(significance);
    }

    /** Empty where the text is no permutation of 1 to n. */
    static Optional<ByteOrder> parse(String text) {
        List<Integer> order = new ArrayList<>();
        for (String part : text.split(",", MOST + 1)) {
            String digit = part.strip();
            if (!digit.matches("[1-8]") || order.contains(Integer.valueOf(digit))) {
                return Optional.empty();
            }
            order.add(Integer.valueOf(digit));
        }
        boolean complete = order.stream().allMatch(s -> s <= order.size());
        return complete ? Optional.of(new ByteOrder(order)) : Optional.empty();
    }

    static ByteOrder littleEndian() {
        return new ByteOrder(List.of(1, 2, 3, 4));
    }

    boolean isAscending() {
        return significance.equals(significance.stream().sorted().toList());
    }

    boolean isDescending() {
        return significance.equals(significance.stream().sorted().toList().reversed());
    }

    /** Whether a number of this many bytes has an order. */
    boolean covers(int bytes) {
        return bytes <= significance.size() || isAscending() || isDescending();
    }

    /** Left shift in bits of each byte of a number in the order of the file. */
    int[] shifts(int bytes) {
        int[] shifts = new int[bytes];
        if (isAscending() || bytes > significance.size()) {
            for (int i = 0; i < bytes; i++) {
                shifts[i] = Byte.SIZE * (isAscending() ? i : bytes - 1 - i);
            }
            return shifts;
        }
        int at = 0;
        for (int s : significance) {
            if (s <= bytes) {
                shifts[at++] = Byte.SIZE * (s - 1);
            }
        }
        return shifts;
    }
}
