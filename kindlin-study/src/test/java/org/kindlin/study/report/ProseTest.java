package org.kindlin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void printsTheSymbolsOfTheField() {
        assertThat(Prose.typeset("IC50 at 10 uM ATP >= 5 nM, Ki/Km, Z' -0.4"))
                .isEqualTo("IC₅₀ at 10\u00a0µM ATP ≥ 5\u00a0nM, Kᵢ/Kₘ, Z′ −0.4");
        assertThat(Prose.typeset("Ki = Ki_app/(1 + ATP/Km), 1.2 +- 0.1 uM, 1/mean^2"))
                .isEqualTo("Kᵢ = Kᵢ(app)/(1 + ATP/Kₘ), 1.2 ± 0.1\u00a0µM, 1/mean²");
        assertThat(Prose.typeset("compound KIC501, 5 nMole, a-4")).isEqualTo("compound KIC501, 5 nMole, a-4");
    }

    @Test
    void makesSentencesOfMessages() {
        assertThat(Prose.sentence("ic50 is not estimable")).isEqualTo("IC₅₀ is not estimable.");
        assertThat(Prose.sentence("the slope ended")).isEqualTo("The slope ended.");
        assertThat(Prose.sentence("pFAK fell.")).isEqualTo("pFAK fell.");
        assertThat(Prose.sentence("defactinib is dual.")).isEqualTo("Defactinib is dual.");
        assertThat(Prose.sentence("fak.1 failed.")).isEqualTo("fak.1 failed.");
        assertThat(Prose.sentence("")).isEmpty();
    }

    @Test
    void joinsWellsAlongARow() {
        assertThat(Wells.runs(List.of("well B02", "well A01", "well A02", "well A03", "well B01", "well AA10")))
                .hasValue(List.of("A01–A03", "B01", "B02", "AA10"));
        assertThat(Wells.runs(List.of("well A01", "line 4"))).isEmpty();
    }

    @Test
    void takesUnknownNamesApart() {
        assertThat(Terms.label("growthRateDifference")).isEqualTo("Growth rate difference");
        assertThat(Terms.label("doses-beyond-upper-bend")).isEqualTo("Doses beyond upper bend");
        assertThat(Terms.label("cv-no-enzyme")).isEqualTo("CV, no enzyme");
        assertThat(Terms.label("ic50")).isEqualTo("IC₅₀");
        assertThat(Terms.label("")).isEmpty();
    }
}
