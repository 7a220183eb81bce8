package org.kindlin.assays.image.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Warning;

/** Frames as a shell lists them. */
class FrameOrderTest {
    private final List<Warning> findings = new ArrayList<>();

    private List<String> ordered(String... names) {
        return FrameOrder.of(List.of(names), Function.identity(), findings);
    }

    private List<String> codes() {
        return findings.stream().map(Warning::code).toList();
    }

    @Test
    void oneNumberOrdersThem() {
        assertThat(ordered("w_t0.tif", "w_t12.tif", "w_t4.tif")).containsExactly("w_t0.tif", "w_t4.tif", "w_t12.tif");
        assertThat(codes()).containsExactly("frames-ordered");
    }

    @Test
    void orderedNamesAndNamesOfOtherWordsStay() {
        assertThat(ordered("t00.tif", "t04.tif", "t12.tif")).containsExactly("t00.tif", "t04.tif", "t12.tif");
        assertThat(ordered("before.tif", "after.tif")).containsExactly("before.tif", "after.tif");
        assertThat(ordered("1.tif", "1.tif")).containsExactly("1.tif", "1.tif");
        assertThat(findings).isEmpty();
    }

    @Test
    void severalNumbersAreAmbiguousAndTold() {
        assertThat(ordered("31-01_9h.tif", "01-02_9h.tif")).containsExactly("31-01_9h.tif", "01-02_9h.tif");
        assertThat(codes()).containsExactly("frame-order");
    }

    /** Pages of one file keep their order. */
    @Test
    void pagesStay() {
        record Page(String file, int page) {}
        List<Page> pages = List.of(new Page("m10", 1), new Page("m10", 2), new Page("m2", 1), new Page("m2", 2));
        assertThat(FrameOrder.of(pages, Page::file, findings))
                .containsExactly(pages.get(2), pages.get(3), pages.get(0), pages.get(1));
    }
}
