package org.kindlin.study.report;

import java.util.List;
import java.util.Locale;

/** The warnings of an experiment, each once, with the subjects it is about. */
final class NoticeList {
    private static final int MOST_SAID = 6;
    private static final int MOST_SUBJECTS = 12;

    private NoticeList() {}

    static void write(Page page, Chapter chapter) {
        page.html.element(
                "dl", () -> chapter.notices().forEach(notice -> notice(page, chapter, notice)), "class", "notices");
    }

    /** Links to notices: "W1, W3". */
    static void references(Page page, Chapter chapter, List<Notice> notices) {
        for (int i = 0; i < notices.size(); i++) {
            page.html.text(i == 0 ? "" : ", ");
            page.html.inline("a", notices.get(i).label(), "href", "#" + id(chapter, notices.get(i)));
        }
    }

    private static void notice(Page page, Chapter chapter, Notice notice) {
        List<String> messages =
                notice.said().stream().map(Notice.Said::message).distinct().toList();
        boolean one = messages.size() == 1;
        page.html.element(
                "dt",
                () -> page.html
                        .inline("b", notice.label())
                        .text(" " + (one ? subjects(notice.said()) : counted(notice)) + " ")
                        .inline("span", notice.code(), "class", "code"),
                "id",
                id(chapter, notice));
        if (one) {
            page.html.element("dd", Prose.sentence(messages.getFirst()));
        } else {
            notice.said().stream()
                    .limit(MOST_SAID)
                    .forEach(said -> page.html.element("dd", said.subject() + ": " + Prose.sentence(said.message())));
            more(page, notice.said().size() - MOST_SAID);
        }
    }

    private static String counted(Notice notice) {
        return PrintedNumber.count(notice.said().stream()
                        .map(Notice.Said::subject)
                        .distinct()
                        .count())
                + " subjects";
    }

    private static void more(Page page, int untold) {
        if (untold > 0) {
            page.html.element(
                    "dd",
                    "and " + PrintedNumber.count(untold) + " more like these, each in the record.",
                    "class",
                    "quiet");
        }
    }

    private static String subjects(List<Notice.Said> said) {
        List<String> subjects =
                said.stream().map(Notice.Said::subject).distinct().toList();
        String told = String.join("; ", subjects.stream().limit(MOST_SUBJECTS).toList());
        int untold = subjects.size() - MOST_SUBJECTS;
        return told + (untold > 0 ? "; and " + PrintedNumber.count(untold) + " more" : "");
    }

    private static String id(Chapter chapter, Notice notice) {
        return chapter.id(notice.label().toLowerCase(Locale.ROOT));
    }
}
