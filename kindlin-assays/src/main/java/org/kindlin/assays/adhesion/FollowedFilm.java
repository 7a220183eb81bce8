package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The adhesions of a film through its frames.
 *
 * @param tracked number of adhesions that were followed at all
 * @param courses of those followed long enough, without the spoilt frames
 * @param spoilt frames that count in no course
 */
record FollowedFilm(int tracked, List<Turnover.Course> courses, BitSet spoilt) {
    private static final int SHORTEST = 10;
    /** Where more frames than this part jump, which of them are right is not known. */
    private static final double MOST_SPOILT = 0.2;

    FollowedFilm {
        courses = List.copyOf(courses);
        spoilt = (BitSet) spoilt.clone();
    }

    /** Of a film whose interval is known: followed once, and where frames are spoilt once more without them. */
    static FollowedFilm of(AdhesionData.Film film, List<List<Adhesion>> frames) {
        double interval = film.interval().orElseThrow();
        FollowedFilm all = of(film, frames, new BitSet());
        BitSet spoilt = SpoiltFrames.of(all.courses(), frames.size(), interval);
        if (spoilt.isEmpty()) {
            return all;
        }
        if (spoilt.cardinality() > MOST_SPOILT * frames.size()) {
            return new FollowedFilm(all.tracked(), all.courses(), spoilt);
        }
        List<List<Adhesion>> left = new ArrayList<>(frames);
        spoilt.stream().forEach(t -> left.set(t, List.of()));
        return of(film, left, spoilt);
    }

    /** Whether spoilt frames were left out: not where they are too many. */
    boolean isCleared(int frames) {
        return spoilt.cardinality() <= MOST_SPOILT * frames;
    }

    private static FollowedFilm of(AdhesionData.Film film, List<List<Adhesion>> frames, BitSet spoilt) {
        double interval = film.interval().orElseThrow();
        List<AdhesionTrack> tracks =
                AdhesionTrack.link(frames, film.frames().getFirst().samples().length());
        List<Turnover.Course> courses = tracks.stream()
                .filter(track -> track.last() - track.first() + 1 >= SHORTEST)
                .map(track -> Turnover.course(track, film.frames(), interval, spoilt))
                .toList();
        return new FollowedFilm(tracks.size(), courses, spoilt);
    }
}
