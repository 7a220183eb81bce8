package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.image.figure.PictureFrame;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;

/** Adhesions on their pictures, each by its longer axis, and the courses of their intensities. */
final class AdhesionFigures {
    private static final int MOST_PICTURES = 9;
    private static final int MOST_COURSES = 12;
    private static final int COLUMNS = 3;

    private AdhesionFigures() {}

    static List<Figure> of(AdhesionResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        figures.add(overlay(result, simulated));
        for (MeasuredFilm film : result.films()) {
            if (!film.courses().isEmpty()) {
                figures.add(courses(film, figures.size(), simulated));
            }
        }
        return figures;
    }

    private static Figure overlay(AdhesionResult result, boolean simulated) {
        List<MeasuredFilm> shown =
                result.films().subList(0, Math.min(MOST_PICTURES, result.films().size()));
        Heading heading = Heading.of("overlay", "Adhesions that were found")
                .caption("Orange: longer axis of every adhesion; of a film the frame with most is shown.")
                .simulated(simulated);
        List<PictureFrame> frames = new ArrayList<>();
        List<List<Layer>> marks = new ArrayList<>();
        for (MeasuredFilm film : shown) {
            PictureFrame frame = new PictureFrame(
                    film.shown(), film.film().name() + ": " + film.adhesions().size());
            List<Point> strokes = new ArrayList<>();
            for (Adhesion adhesion : film.adhesions()) {
                double angle = StrictMath.toRadians(adhesion.angle());
                double dx = adhesion.length() / 2 * StrictMath.cos(angle);
                double dy = -adhesion.length() / 2 * StrictMath.sin(angle);
                strokes.add(frame.at(adhesion.x() + 0.5 - dx, adhesion.y() + 0.5 - dy));
                strokes.add(frame.at(adhesion.x() + 0.5 + dx, adhesion.y() + 0.5 + dy));
                strokes.add(new Point(Double.NaN, Double.NaN));
            }
            frames.add(frame);
            marks.add(
                    strokes.isEmpty()
                            ? List.of()
                            : List.of(new Line(strokes, Style.of(Palette.ORANGE).lineWidth(1.2))));
        }
        return PictureFrame.figure(heading, frames, marks, Math.min(COLUMNS, frames.size()));
    }

    private static Figure courses(MeasuredFilm film, int index, boolean simulated) {
        int shown = Math.min(MOST_COURSES, film.courses().size());
        Heading heading = Heading.of(
                        "turnover-" + index,
                        "Turnover of adhesions of " + film.film().name())
                .caption(
                        "Intensity less ground, on a logarithmic axis; dashed: end of the rise and beginning of the fall."
                                + (shown < film.courses().size()
                                        ? " The first " + shown + " of "
                                                + film.courses().size() + " adhesions."
                                        : ""))
                .simulated(simulated);
        List<Panel> panels = new ArrayList<>();
        for (int k = 0; k < shown; k++) {
            Turnover.Course course = film.courses().get(k);
            TurnoverFit fit = film.turnovers().get(k);
            panels.add(Panel.of(Axis.linear("time", "min"), Axis.log("intensity", ""))
                    .title("adhesion " + (k + 1))
                    .add(new Points(
                            Point.of(course.minutes(), course.intensity()),
                            Style.series(0).markerSize(3)))
                    .add(Rule.vertical(fit.rise(), ""))
                    .add(Rule.vertical(fit.fall(), "")));
        }
        return Plot.of(heading, panels)
                .grid(Grid.columns(Math.min(4, panels.size())))
                .labels(Plot.Labels.NONE)
                .size(900, 140)
                .figure();
    }
}
