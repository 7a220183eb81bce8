package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void saysNothingWhereNobodyWatches() {
        try (ProgressLine line = line(false)) {
            nanos.set(5_000_000_000L);
            line.show(1, 2, "kinase");
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysNothingWithinTheFirstSecond() {
        try (ProgressLine line = line(true)) {
            nanos.set(999_999_999L);
            line.show(1, 2, "kinase");
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void showsHowFarItIsAndLeavesNothingBehind() {
        try (ProgressLine line = line(true)) {
            nanos.set(1_000_000_000L);
            line.show(1, 2, "kinase");
        }
        assertThat(err.toString()).contains("1/2  kinase").endsWith("\r\033[K");
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), terminal), nanos::get);
    }
}
