package org.kindlin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

class HtmlReportTest {
    /** Rewritten, to be looked at, with {@code -Dkindlin.golden=write}. */
    private static final Path GOLDEN = Path.of("src/test/resources/org/kindlin/study/report/small.html");

    @Test
    void matchesTheGoldenReport() throws IOException {
        String body = body(HtmlReport.render(Samples.small()));
        if ("write".equals(System.getProperty("kindlin.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, body);
        }
        assertThat(body).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void isTheSameEachTime() {
        assertThat(HtmlReport.render(Samples.study())).isEqualTo(HtmlReport.render(Samples.study()));
    }

    @Test
    void needsNothingFromElsewhere() {
        String html = HtmlReport.render(Samples.study())
                .replace("xmlns=\"http://www.w3.org/2000/svg\"", "")
                .replace("xmlns=\"http://www.w3.org/1999/xhtml\"", "");
        assertThat(html).doesNotContain("http://", "https://", "//cdn", "@import", "<link", "src=", "url(h");
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void linksLeadSomewhereAndIdentifiersAreUnique() {
        String html = HtmlReport.render(Samples.study());
        Set<String> ids = new HashSet<>();
        Matcher id = Pattern.compile(" id=\"([^\"]+)\"").matcher(html);
        while (id.find()) {
            assertThat(ids.add(id.group(1))).as("twice: %s", id.group(1)).isTrue();
        }
        Matcher link = Pattern.compile("(?:href=\"|url\\()#([^\")]+)").matcher(html);
        while (link.find()) {
            assertThat(ids).contains(link.group(1));
        }
    }

    @Test
    void saysWhatIsSimulated() {
        String html = HtmlReport.render(Samples.study());
        assertThat(html).contains("4 of 6 input files were written by a simulation");
        assertThat(html).contains("@top-right { content: \"CONTAINS SIMULATED DATA\"");
        assertThat(HtmlReport.render(Samples.small())).doesNotContainIgnoringCase("simulated data");
    }

    @Test
    void saysWhyThereIsNoNumber() {
        assertThat(HtmlReport.render(Samples.study()))
                .contains("Not estimable. No K<sub>m</sub>(ATP) of Pyk2 was stated and none is established")
                .doesNotContain("NaN", "null", "Infinity");
    }

    @Test
    void listsExperimentsWithoutResult() {
        ReportContent study = Samples.study();
        ReportContent content = new ReportContent(
                study.title(),
                "",
                List.of(),
                List.of(new MissingExperiment("blot", "Blots", List.of("blot.csv:line 3: no number 'x' (write one)"))),
                "0.1.0",
                "JVM",
                Optional.of("2026-01-01"));
        assertThat(HtmlReport.render(content))
                .contains("its input cannot be analysed", "blot.csv:line 3: no number &#39;x&#39;");
    }

    @Test
    void staysUsableForAScreen() {
        String html = HtmlReport.render(
                Samples.content("A screen", "", new ReportSection("screen", "Screen", "", Samples.screen(1200))));
        assertThat(html)
                .contains("KND-101200", "16 of 1200 figures are shown", "and 1176 more in")
                .hasSizeLessThan(1_500_000);
    }

    /** Whatever the names and sentences hold, the page stays well-formed and nothing in it runs. */
    @Test
    void survivesHostileText() throws XMLStreamException {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 60; i++) {
            String html = HtmlReport.render(hostile(random));
            assertThat(html.split("<script", -1)).hasSize(2);
            assertWellFormed(
                    html.replaceFirst("(?s)<style>.*?</style>", "").replaceFirst("(?s)<script>.*?</script>", ""));
        }
    }

    private static void assertWellFormed(String html) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader =
                factory.createXMLStreamReader(new StringReader(html.replaceFirst("<!DOCTYPE html>", "")));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                assertThat(reader.getLocalName()).isNotIn("iframe", "object", "img", "script");
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    assertThat(reader.getAttributeLocalName(i)).doesNotStartWith("on");
                }
            }
        }
    }

    private static ReportContent hostile(SplittableRandom random) {
        AnalysisDocument document = new AnalysisDocument(
                text(random),
                text(random),
                List.of(new InputRecord(text(random), text(random), true)),
                List.of(new ProtocolEntry(text(random), new Value.Text(text(random)), true, text(random))),
                1,
                List.of(new SubjectResult(
                        Samples.subject(text(random), text(random)),
                        List.of(Estimate.notEstimable(text(random), text(random), 0.95, text(random))),
                        List.of(new HypothesisTest(text(random), 1, null, null, 0.5)),
                        List.of(QualityCheck.info(text(random), 1)),
                        List.of(new Warning(text(random), text(random))))),
                List.of(text(random)),
                List.of(new Exclusion(text(random), text(random), text(random))),
                text(random),
                List.of(Sketches.curves("curve", text(random))));
        return Samples.content(
                text(random), text(random), new ReportSection(text(random), text(random), text(random), document));
    }

    private static String text(SplittableRandom random) {
        List<String> parts = List.of(
                "<script>alert(1)</script>",
                "</style>",
                "</title>",
                "\"",
                "'",
                "&",
                "]]>",
                "-->",
                "<!--",
                "\u0000",
                "\u001b[2J",
                "\ud800",
                "\udc00",
                "\u202e",
                "\uffff",
                "{",
                "}",
                "\\",
                "\\3c ",
                "onload=x",
                "IC50",
                "⁻⁵",
                "µ",
                "𝔘",
                " ",
                "a",
                "\n",
                "javascript:alert(1)",
                "<img src=x onerror=y>",
                "%",
                "$1",
                "\\E");
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    /** What the content makes; style and script are not part of the golden file. */
    private static String body(String html) {
        return html.substring(html.indexOf("<main>"), html.indexOf("</main>")) + "</main>\n";
    }
}
