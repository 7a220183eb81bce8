package org.kindlin.assays.kinase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectivityVerdictTest {
    @Test
    void verdictsComeFromTheIntervalNotThePoint() {
        assertThat(SelectivityVerdict.of(0.5, 2, 10)).isEqualTo(SelectivityVerdict.DUAL);
        assertThat(SelectivityVerdict.of(0.1, 10, 10)).isEqualTo(SelectivityVerdict.DUAL);
        assertThat(SelectivityVerdict.of(2, 12, 10)).isEqualTo(SelectivityVerdict.UNDETERMINED);
        assertThat(SelectivityVerdict.of(10.5, 40, 10)).isEqualTo(SelectivityVerdict.REFERENCE_SELECTIVE);
        assertThat(SelectivityVerdict.of(166, Double.POSITIVE_INFINITY, 10))
                .isEqualTo(SelectivityVerdict.REFERENCE_SELECTIVE);
        assertThat(SelectivityVerdict.of(0, 0.06, 10)).isEqualTo(SelectivityVerdict.OTHER_SELECTIVE);
        assertThat(SelectivityVerdict.of(0, Double.POSITIVE_INFINITY, 10)).isEqualTo(SelectivityVerdict.UNDETERMINED);
        assertThat(SelectivityVerdict.REFERENCE_SELECTIVE.words("FAK", "Pyk2")).isEqualTo("FAK-selective");
        assertThat(SelectivityVerdict.OTHER_SELECTIVE.words("FAK", "Pyk2")).isEqualTo("Pyk2-selective");
    }
}
