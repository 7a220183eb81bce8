package org.kindlin.assays.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void runsOfDigitsAreNumbers() {
        assertThat(List.of("m11", "m2", "m1", "M3", "7", "10", "m2b", "m2-10", "m2-9", "").stream()
                        .sorted(NaturalOrder.NAMES))
                .containsExactly("", "7", "10", "M3", "m1", "m2", "m2-9", "m2-10", "m2b", "m11");
    }

    @Test
    void anyNumberOfDigitsAndLeadingZeros() {
        String nines = "9".repeat(40);
        assertThat(NaturalOrder.NAMES.compare("a" + nines, "a1" + nines)).isNegative();
        assertThat(NaturalOrder.NAMES.compare("a02", "a2")).isNegative();
        assertThat(NaturalOrder.NAMES.compare("a02", "a3")).isNegative();
        assertThat(NaturalOrder.NAMES.compare("a0", "a00")).isNegative();
    }

    /** A sort of any shuffling gives one order: the comparison is total and transitive. */
    @Test
    void theOrderIsTotal() {
        List<String> names = new ArrayList<>();
        Random random = new Random(5);
        String letters = "a0129-B";
        for (int i = 0; i < 300; i++) {
            StringBuilder name = new StringBuilder();
            for (int k = random.nextInt(6); k > 0; k--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            names.add(name.toString());
        }
        List<String> sorted = names.stream().sorted(NaturalOrder.NAMES).toList();
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(names, random);
            assertThat(names.stream().sorted(NaturalOrder.NAMES)).containsExactlyElementsOf(sorted);
        }
    }
}
