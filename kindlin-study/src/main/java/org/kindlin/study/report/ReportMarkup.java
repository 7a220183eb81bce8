package org.kindlin.study.report;

import java.util.ArrayList;
import java.util.List;

/** The report as markup, head and body, for one medium. */
final class ReportMarkup {
    private final Page page;
    private final ReportContent content;
    private final List<Chapter> chapters;

    private ReportMarkup(Medium medium, ReportContent content) {
        this.page = new Page(medium);
        this.content = content;
        this.chapters = chapters(content);
    }

    /**
     * The whole document.
     *
     * @param head markup that the medium puts into the head: style sheets, policies, bookmarks
     * @param tail markup that the medium puts at the end of the body
     */
    static String write(Medium medium, ReportContent content, String head, String tail) {
        ReportMarkup markup = new ReportMarkup(medium, content);
        Html html = markup.page.html;
        html.trusted("<!DOCTYPE html>\n");
        html.element("html", () -> markup.document(head, tail), "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        return html.toString();
    }

    /** The chapters of a report, numbered. */
    static List<Chapter> chapters(ReportContent content) {
        List<Chapter> chapters = new ArrayList<>();
        content.sections().forEach(section -> chapters.add(Chapter.of(chapters.size() + 1, section)));
        return List.copyOf(chapters);
    }

    private void document(String head, String tail) {
        Html html = page.html;
        html.element("head", () -> {
            html.empty("meta", "charset", "utf-8");
            html.trusted(head);
            html.element("title", () -> html.trusted(Typography.escape(content.title())));
            html.empty("meta", "name", "generator", "content", "Kindlin " + content.kindlin());
            html.empty("meta", "name", "description", "content", description());
        });
        html.element("body", () -> {
            html.element("main", this::main);
            html.trusted(tail);
        });
    }

    private void main() {
        new FrontMatter(page, content, chapters).write();
        chapters.forEach(chapter -> new ChapterWriter(page, chapter).write());
        new BackMatter(page, content, chapters).write();
    }

    private String description() {
        String question = content.question().isEmpty() ? "Report of " + content.title() : content.question();
        return content.simulated() ? question + " (simulated data)" : question;
    }
}
