package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adhesions of every file, their ratio of channels, and in films their turnover; a pure function. */
final class AdhesionAnalysis {
    private AdhesionAnalysis() {}

    static AdhesionResult analyze(AdhesionData data, AdhesionProtocol protocol) {
        List<MeasuredFilm> films = new ArrayList<>();
        for (AdhesionData.Film film : data.films()) {
            films.add(measure(film, protocol));
        }
        return new AdhesionResult(protocol, films, data.findings());
    }

    private static MeasuredFilm measure(AdhesionData.Film film, AdhesionProtocol protocol) {
        List<List<Adhesion>> frames = film.frames().stream()
                .map(frame -> AdhesionFinder.find(frame, film, protocol))
                .toList();
        int most = 0;
        for (int t = 1; t < frames.size(); t++) {
            most = frames.get(t).size() > frames.get(most).size() ? t : most;
        }
        boolean hasSecond = !film.second().isEmpty();
        Optional<ChannelRatios> ratios =
                hasSecond ? Optional.of(ChannelRatios.of(film, frames, protocol.bleedThrough())) : Optional.empty();
        Optional<ChannelShift> shift =
                hasSecond ? ChannelShift.of(frames.get(most), film.second().get(most)) : Optional.empty();
        Optional<FollowedFilm> followed = film.isMoving() && film.interval().isPresent()
                ? Optional.of(FollowedFilm.of(film, frames))
                : Optional.empty();
        Optional<Bleaching> bleaching = followed.flatMap(one -> Bleaching.of(film, one.spoilt(), protocol));
        List<TurnoverFit> turnovers = new ArrayList<>();
        List<Turnover.Course> courses = new ArrayList<>();
        for (Turnover.Course seen : followed.map(FollowedFilm::courses).orElse(List.of())) {
            Turnover.Course course = bleaching
                    .filter(Bleaching::isCorrected)
                    .map(fading -> fading.undone(seen))
                    .orElse(seen);
            TurnoverFit.of(course.minutes(), course.intensity()).ifPresent(fit -> {
                turnovers.add(TurnoverRefinement.of(fit, course));
                courses.add(course);
            });
        }
        return new MeasuredFilm(
                film,
                film.frames().get(most),
                frames.get(most),
                ratios,
                shift,
                turnovers,
                courses,
                followed,
                bleaching);
    }
}
