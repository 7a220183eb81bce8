package org.kindlin.lab.tracks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.numerics.motion.PersistentWalk;
import org.kindlin.numerics.motion.Trajectory;
import org.kindlin.numerics.motion.WalkSimulation;
import org.kindlin.numerics.random.RandomStream;

/** Tables of tracked cells: persistent random walks of known speed and persistence, seen with an error, by dish. */
public final class VirtualTracks implements VirtualAssay {
    private static final Key<List<MotilityCondition>> CONDITIONS = conditions();
    private static final Key<Double> DISHES = Key.number("dishes", 1, 100, "3", "dishes of each condition");
    private static final Key<Double> CELLS = Key.number("cells", 1, 10_000, "30", "cells tracked in a dish");
    private static final Key<Double> FRAMES = Key.number("frames", 3, 10_000, "72", "frames of the series");
    private static final Key<Quantity> INTERVAL =
            Key.positive("frameInterval", Unit.MINUTE, "5 min", "time between frames");
    private static final Key<Double> LOCALISATION =
            Key.number("localisationError", 0, 1e3, "0.5", "standard deviation of each coordinate as it is seen, um");
    private static final Key<Double> CELL_SPREAD =
            Key.number("cellSpread", 0, 1.5, "0.25", "standard deviation of the logarithm of the speed between cells");
    private static final Key<Double> DISH_SPREAD =
            Key.number("dishSpread", 0, 1, "0.05", "standard deviation of the logarithm of the speed between dishes");
    private static final Key<Double> LOST =
            Key.number("lostPercent", 0, 90, "3", "positions that the tracker missed, %");
    private static final Key<Boolean> FILM = Key.flag(
            "film",
            false,
            "whether a film of each condition is written too, with a table of where its cells truly were");
    private static final int FILMED_CELLS = 12;
    private static final int MOST_FILMED = 200;
    private static final double FIELD = 800;

    private static Key<List<MotilityCondition>> conditions() {
        return new Key<>(
                "conditions",
                "NAME=SPEED|PERSISTENCE, ...",
                "",
                "vehicle=0.6|25, defactinib=0.35|15",
                "conditions with root mean squared speed in um/min and persistence time in min",
                MotilityCondition::parse,
                list -> new Value.Text(String.join(
                        ", ",
                        list.stream()
                                .map(c -> c.name() + "=" + c.speed() + "|" + c.persistence())
                                .toList())));
    }

    @Override
    public String name() {
        return "tracks";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(CONDITIONS, DISHES, CELLS, FRAMES, INTERVAL, LOCALISATION, CELL_SPREAD, DISH_SPREAD, LOST, FILM);
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        RandomStream random = RandomStream.ofSeed(seed).child("lab tracks");
        StringBuilder csv = new StringBuilder("# " + RawFile.SIMULATED_MARK + ": Kindlin virtual lab, tracks, seed "
                + seed + "\ncondition,dish,track,t_min,x_um,y_um\n");
        List<Truth> truth = new ArrayList<>();
        List<LabFile> films = new ArrayList<>();
        for (MotilityCondition condition : settings.get(CONDITIONS)) {
            RandomStream own = random.child(condition.name());
            for (int dish = 1; dish <= settings.get(DISHES); dish++) {
                dish(csv, condition, dish, settings, own.child(dish));
            }
            if (settings.get(FILM)) {
                films.addAll(film(condition, settings, own.child("film")));
            }
            PersistentWalk walk = new PersistentWalk(condition.speed(), condition.persistence(), 0, 2);
            truth.add(new Truth(
                    Map.of("condition", condition.name()),
                    List.of(
                            new TrueValue("speed", walk.speed(), "um/min"),
                            new TrueValue("persistenceTime", walk.persistence(), "min"),
                            new TrueValue("diffusion", walk.diffusion(), "um^2/min"))));
        }
        films.addFirst(LabFile.ofText("tracks.csv", csv.toString()));
        return new LabBatch(films, truth);
    }

    private static List<LabFile> film(MotilityCondition condition, Resolved settings, RandomStream random) {
        int frames = (int) Math.min(MOST_FILMED, Math.rint(settings.get(FRAMES)));
        double minutes = settings.get(INTERVAL).in(Unit.MINUTE);
        return VirtualFilm.of(condition, FILMED_CELLS, frames, minutes, random).files(random);
    }

    private static void dish(
            StringBuilder csv, MotilityCondition condition, int dish, Resolved settings, RandomStream random) {
        double cellSpread = settings.get(CELL_SPREAD);
        double dishSpread = settings.get(DISH_SPREAD);
        double ofDish = condition.speed() * spread(dishSpread, random);
        for (int cell = 1; cell <= settings.get(CELLS); cell++) {
            RandomStream own = random.child(cell);
            PersistentWalk walk = new PersistentWalk(
                    ofDish * spread(cellSpread, own), condition.persistence(), settings.get(LOCALISATION), 2);
            Trajectory track = WalkSimulation.of(
                    walk,
                    (int) Math.rint(settings.get(FRAMES)) - 1,
                    settings.get(INTERVAL).in(Unit.MINUTE),
                    own);
            double x = own.nextUniform(0, FIELD);
            double y = own.nextUniform(0, FIELD);
            for (int k = 0; k < track.size(); k++) {
                if (own.nextDouble() * 100 >= settings.get(LOST)) {
                    csv.append(String.format(
                                    Locale.ROOT,
                                    "%s,dish %d,%d-%d,%.6g,%.3f,%.3f%n",
                                    condition.name(),
                                    dish,
                                    dish,
                                    cell,
                                    track.time()[k],
                                    x + track.position()[k][0],
                                    y + track.position()[k][1])
                            .replace("\r", ""));
                }
            }
        }
    }

    /** A log-normal factor whose mean square is one, so that the root mean squared speed is the stated one. */
    private static double spread(double logSd, RandomStream random) {
        return random.nextLogNormal(StrictMath.exp(-logSd * logSd), logSd);
    }
}
