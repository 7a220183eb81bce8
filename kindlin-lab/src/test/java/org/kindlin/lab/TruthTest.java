package org.kindlin.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {

    /** {@code Map.of} has another order in every process; a lab's files must not. */
    @Test
    void theSubjectStandsInTheOrderOfItsNames() {
        Truth truth = new Truth(Map.of("target", "FAK", "compound", "defactinib", "response", "pFAK"), List.of());
        assertThat(truth.subject().keySet()).containsExactly("compound", "response", "target");
    }
}
