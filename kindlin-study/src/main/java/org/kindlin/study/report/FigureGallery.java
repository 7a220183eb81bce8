package org.kindlin.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.figures.Figure;

/** The figures of an experiment: curves first, then residuals, then plates, each with number and caption. */
final class FigureGallery {
    private static final int MOST_OF_A_KIND = 16;

    /** Width that text has on the narrower of A4 and Letter, in CSS pixels. */
    private static final double PDF_WIDTH = 642;

    /** A little less than that, so that two figures and their captions fit a page. */
    private static final double PDF_FIGURE = 560;

    /** Kinds in the order they are shown. */
    private enum Kind {
        CURVE,
        OTHER,
        RESIDUAL,
        PLATE;

        static Kind of(Figure figure) {
            String name = figure.name().toLowerCase(Locale.ROOT);
            if (name.contains("residual")) {
                return RESIDUAL;
            }
            if (name.contains("plate") || name.contains("heat")) {
                return PLATE;
            }
            return name.contains("dose") || name.contains("curve") ? CURVE : OTHER;
        }
    }

    private final Page page;
    private final Chapter chapter;
    private final List<Figure> shown;

    FigureGallery(Page page, Chapter chapter) {
        this.page = page;
        this.chapter = chapter;
        this.shown = choose(chapter.document().figures());
    }

    void write() {
        int all = chapter.document().figures().size();
        if (shown.size() < all) {
            page.html.element(
                    "p",
                    shown.size() + " of " + PrintedNumber.count(all)
                            + " figures are shown, the first of each kind; all are in the record.",
                    "class",
                    "lead");
        }
        page.html.element("div", () -> shown.forEach(this::figure), "class", "gallery");
    }

    private static List<Figure> choose(List<Figure> figures) {
        Map<Kind, List<Figure>> byKind = figures.stream()
                .sorted(Comparator.comparing(Kind::of))
                .collect(Collectors.groupingBy(Kind::of, LinkedHashMap::new, Collectors.toList()));
        List<Figure> chosen = new ArrayList<>();
        byKind.values().forEach(kind -> chosen.addAll(kind.subList(0, Math.min(kind.size(), MOST_OF_A_KIND))));
        return chosen;
    }

    private void figure(Figure figure) {
        String number = page.nextFigure();
        String id = "figure-" + number.substring(number.indexOf(' ') + 1);
        page.html.element(
                "figure",
                () -> {
                    page.html.trusted(InlineSvg.embed(figure.svg(), id + "-", rootAttributes(figure)));
                    page.html.element("figcaption", () -> {
                        page.html.inline("b", number + ". " + sentence(figure.title()));
                        if (!drawsItsCaption(figure)) {
                            page.html.text(" " + figure.caption());
                        }
                        if (chapter.document().simulated()) {
                            page.html.text(" ").inline("span", "simulated data", "class", "simulated");
                        }
                    });
                },
                "class",
                figure.widthPx() <= PDF_WIDTH / 2 ? "half" : "whole",
                "id",
                id,
                "data-name",
                chapter.section().experiment() + "-" + figure.name(),
                "style",
                "max-width:" + Math.max(320, figure.widthPx()) + "px");
    }

    private List<String> rootAttributes(Figure figure) {
        double scale = page.medium == Medium.PDF ? Math.min(1, PDF_FIGURE / figure.widthPx()) : 1;
        long width = Math.round(figure.widthPx() * scale);
        long height = Math.round(figure.heightPx() * scale);
        List<String> attributes = new ArrayList<>(List.of(
                "width",
                Long.toString(width),
                "height",
                Long.toString(height),
                "viewBox",
                "0 0 " + figure.widthPx() + " " + figure.heightPx(),
                "role",
                "img",
                "aria-label",
                figure.title() + ". " + figure.caption()));
        if (page.medium == Medium.PDF) {
            attributes.addAll(List.of("style", "width:" + width + "px;height:" + height + "px"));
        }
        return attributes;
    }

    /** Whether the words of the caption stand in the drawing already, wrapped as they may be. */
    private static boolean drawsItsCaption(Figure figure) {
        String drawn = figure.svg()
                .replaceAll("(?s)<(title|desc)>.*?</\\1>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
        String[] words = Typography.escape(figure.caption()).strip().split("\\s+", 5);
        String start = String.join(" ", List.of(words).subList(0, Math.min(words.length, 4)));
        return !start.isEmpty() && drawn.contains(start);
    }

    private static String sentence(String title) {
        return title.isEmpty() || title.endsWith(".") || title.endsWith("?") ? title : title + ".";
    }
}
