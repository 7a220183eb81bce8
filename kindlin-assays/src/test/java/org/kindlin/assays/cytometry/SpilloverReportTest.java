package org.kindlin.assays.cytometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.SpilloverEstimation;
import org.kindlin.assays.result.SubjectResult;

class SpilloverReportTest {

    /** The first control shows two populations, the second one that hardly differs from the unstained. */
    @Test
    void aControlThatIsMostlyUnstainedAndCannotBeDividedIsTold() {
        List<SubjectResult> subjects = SpilloverReport.subjects(new SpilloverEstimation.Estimated(
                new Spillover(List.of("A", "B"), new double[][] {{1, 0.2}, {0.1, 1}}),
                List.of(new SpilloverEstimation.Control(30, 31), new SpilloverEstimation.Control(100, 40))));

        assertThat(own(subjects, "A").warnings()).isEmpty();
        assertThat(own(subjects, "A").estimate("stainedEvents").orElseThrow().value())
                .isEqualTo(30);
        assertThat(own(subjects, "B").warning("weak-stain"))
                .hasValueSatisfying(warning -> assertThat(warning.message()).startsWith("only 40 %"));
    }

    private static SubjectResult own(List<SubjectResult> subjects, String dye) {
        return subjects.stream()
                .filter(result -> result.subject().equals(Map.of("stain", dye, "channel", dye)))
                .findFirst()
                .orElseThrow();
    }
}
