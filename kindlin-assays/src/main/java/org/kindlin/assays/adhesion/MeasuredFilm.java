package org.kindlin.assays.adhesion;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.image.ImagePlane;

/**
 * One file, measured.
 *
 * @param shown the frame that is counted: of a film the one with most adhesions
 * @param adhesions of that frame
 * @param ratios second channel over first; empty without a second channel
 * @param shift of the second channel; empty where there is none
 * @param turnovers of a film: one for each adhesion followed long enough
 * @param followed its adhesions through its frames; empty of a still and where the interval is not known
 * @param bleaching of a film
 */
record MeasuredFilm(
        AdhesionData.Film film,
        ImagePlane shown,
        List<Adhesion> adhesions,
        Optional<ChannelRatios> ratios,
        Optional<ChannelShift> shift,
        List<TurnoverFit> turnovers,
        List<Turnover.Course> courses,
        Optional<FollowedFilm> followed,
        Optional<Bleaching> bleaching) {
    MeasuredFilm {
        adhesions = List.copyOf(adhesions);
        turnovers = List.copyOf(turnovers);
        courses = List.copyOf(courses);
    }

    /** Number of adhesions that were followed at all. */
    int tracked() {
        return followed.map(FollowedFilm::tracked).orElse(0);
    }

    double[] assembly() {
        return turnovers.stream()
                .filter(fit -> fit.assembly().isPresent())
                .mapToDouble(fit -> fit.assembly().getAsDouble())
                .toArray();
    }

    double[] disassembly() {
        return turnovers.stream()
                .filter(fit -> fit.disassembly().isPresent())
                .mapToDouble(fit -> fit.disassembly().getAsDouble())
                .toArray();
    }
}
