package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bench in numbers: what every well holds after a list of transfers, by conservation of volume and amount.
 *
 * <p>Doses of a plan are read from here, so that the plate map says what the volumes give and not what was wished. Not
 * thread-safe.
 */
public final class Liquids {
    private final Map<Place, Contents> wells = new TreeMap<>();
    private final Map<Place, Volume> highest = new TreeMap<>();

    /**
     * What a well holds.
     *
     * @param nanomolar concentration of each compound
     * @param dmso volume fraction of DMSO
     */
    public record Contents(Volume volume, Map<String, Double> nanomolar, double dmso) {
        static final Contents EMPTY = new Contents(Volume.NONE, Map.of(), 0);

        public Contents {
            nanomolar = Collections.unmodifiableMap(new LinkedHashMap<>(nanomolar));
        }

        /** A liquid without any compound. */
        public static Contents of(Volume volume, double dmso) {
            return new Contents(volume, Map.of(), dmso);
        }

        /** A solution of one compound in DMSO. */
        public static Contents stock(Volume volume, String compound, double nanomolar) {
            return new Contents(volume, Map.of(compound, nanomolar), 1);
        }

        Contents with(Volume added, Contents other) {
            Volume total = volume.plus(added);
            double mine = (double) volume.picolitres() / total.picolitres();
            double theirs = (double) added.picolitres() / total.picolitres();
            Map<String, Double> mixed = new LinkedHashMap<>();
            nanomolar.forEach((compound, level) -> mixed.merge(compound, level * mine, Double::sum));
            other.nanomolar.forEach((compound, level) -> mixed.merge(compound, level * theirs, Double::sum));
            return new Contents(total, mixed, dmso * mine + other.dmso * theirs);
        }
    }

    /** Puts a liquid into a well before the first transfer. */
    public void fill(Place place, Contents contents) {
        wells.put(place, contents);
        highest.merge(place, contents.volume(), Volume::larger);
    }

    /** What a well holds now. */
    public Contents at(Place place) {
        return wells.getOrDefault(place, Contents.EMPTY);
    }

    /** The most a well has held. */
    public Volume highest(Place place) {
        return highest.getOrDefault(place, Volume.NONE);
    }

    /** Every well that has held something, in order. */
    public List<Place> places() {
        return List.copyOf(wells.keySet());
    }

    /** The volume of all wells together. */
    public Volume total() {
        return wells.values().stream().map(Contents::volume).reduce(Volume.NONE, Volume::plus);
    }

    /**
     * Moves liquid, whatever the vessels allow.
     *
     * @throws IllegalArgumentException if more is taken than there is
     */
    public void pour(Transfer transfer) {
        Contents source = at(transfer.from());
        Volume taken = transfer.volume();
        wells.put(transfer.from(), new Contents(source.volume().minus(taken), source.nanomolar(), source.dmso()));
        Contents mixed = at(transfer.to()).with(taken, source);
        wells.put(transfer.to(), mixed);
        highest.merge(transfer.to(), mixed.volume(), Volume::larger);
    }

    /** Moves liquid and says in words what is wrong with it: dead volume, capacity, what the handler can set. */
    public Optional<String> move(Transfer transfer, Labware from, Labware to) {
        if (at(transfer.from()).volume().compareTo(transfer.volume()) < 0) {
            return Optional.of(transfer.from() + " holds " + at(transfer.from()).volume() + " and not the "
                    + transfer.volume() + " to be taken");
        }
        pour(transfer);
        List<String> faults = new ArrayList<>();
        transfer.handler().objection(transfer.volume()).ifPresent(faults::add);
        Volume left = at(transfer.from()).volume();
        if (left.compareTo(from.dead()) < 0) {
            faults.add(transfer.from() + " is left with " + left + ", less than the " + from.dead()
                    + " that cannot be taken up");
        }
        if (highest(transfer.to()).compareTo(to.capacity()) > 0) {
            faults.add(transfer.to() + " would hold " + highest(transfer.to()) + " of at most " + to.capacity());
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
    }
}
