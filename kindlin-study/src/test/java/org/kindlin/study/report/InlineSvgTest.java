package org.kindlin.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InlineSvgTest {
    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">";

    @Test
    void prefixesIdentifiersAndWhatRefersToThem() {
        String svg =
                embed("<clipPath id=\"a\"><rect width=\"1\"/></clipPath><g clip-path=\"url(#a)\"/><use href=\"#a\"/>");
        assertThat(svg).contains("id=\"f1-a\"", "url(#f1-a)", "href=\"#f1-a\"").doesNotContain("\"a\"");
    }

    @Test
    void dropsWhatRunsOrLoads() {
        String svg = embed("<script>alert(1)</script><style>@import 'x'</style><foreignObject><b>x</b></foreignObject>"
                + "<g onclick=\"x()\" style=\"fill:url(http://x/y)\" class=\"banner\"><image href=\"http://x/y.png\"/>"
                + "<image href=\"data:image/svg+xml;base64,AA\"/><image href=\"data:image/png;base64,AA\"/></g>");
        assertThat(svg)
                .doesNotContain("script", "alert", "style", "foreignObject", "onclick", "http://x", "svg+xml", "class")
                .contains("data:image/png;base64,AA");
    }

    @Test
    void replacesAttributesOfTheRoot() {
        assertThat(InlineSvg.embed(OPEN + "</svg>", "f1-", List.of("width", "5", "role", "img")))
                .contains("width=\"5\"", "role=\"img\"", "height=\"9\"")
                .doesNotContain("width=\"9\"");
    }

    @Test
    void keepsTextEscaped() {
        assertThat(embed("<text>a &lt;b&gt; &amp; c</text>")).contains("a &lt;b&gt; &amp; c");
    }

    @Test
    void expandsNoEntities() {
        String hostile = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + OPEN + "<text>&x;</text></svg>";
        assertThatThrownBy(() -> InlineSvg.embed(hostile, "f1-", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> embed("<g>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String embed(String content) {
        return InlineSvg.embed(OPEN + content + "</svg>", "f1-", List.of());
    }
}
