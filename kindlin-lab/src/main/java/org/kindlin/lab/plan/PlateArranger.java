package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.numerics.random.RandomStream;

/**
 * Gives every well content a place on one plate.
 *
 * <p>Randomised: contents come in random order, controls first; each takes, of the free wells in random order, one whose
 * row and column hold the fewest of its group. Swaps that lower the number of shared rows and columns follow until none
 * is found. Blocked does the same within one stretch of the plate per replicate.
 */
final class PlateArranger {
    private static final int SWEEPS = 20;
    private static final int PARTNERS = 60;

    private final List<WellAddress> usable;
    private final RandomStream random;
    private final Map<WellAddress, WellContent> placed = new TreeMap<>();

    private PlateArranger(List<WellAddress> usable, RandomStream random) {
        this.usable = usable;
        this.random = random;
    }

    /** The wells that may be used, row by row. */
    static List<WellAddress> usable(PlateFormat format, boolean avoidEdges) {
        return format.wells().stream()
                .filter(well -> !avoidEdges || !format.isEdge(well))
                .toList();
    }

    /** Contents by well; as many contents as fit must be given. */
    static Map<WellAddress, WellContent> arrange(
            List<WellContent> contents, List<WellAddress> usable, Arrangement arrangement, RandomStream random) {
        PlateArranger arranger = new PlateArranger(usable, random);
        switch (arrangement) {
            case RANDOMISED -> arranger.scatter(contents, usable);
            case BLOCKED -> arranger.blocks(contents);
            case INTERLEAVED -> new InterleavedRows(usable).place(contents, arranger.placed);
        }
        return arranger.placed;
    }

    private void blocks(List<WellContent> contents) {
        Map<Integer, List<WellContent>> blocks = new TreeMap<>();
        int replicates = contents.stream()
                .filter(content -> content.role() == WellRole.SAMPLE)
                .mapToInt(WellContent::replicate)
                .max()
                .orElse(1);
        for (WellContent content : contents) {
            int block = (content.replicate() - 1) % replicates;
            blocks.computeIfAbsent(block, _ -> new ArrayList<>()).add(content);
        }
        int from = 0;
        for (List<WellContent> block : blocks.values()) {
            scatter(block, usable.subList(from, from + block.size()));
            from += block.size();
        }
    }

    private void scatter(List<WellContent> contents, List<WellAddress> wells) {
        List<WellAddress> free = shuffled(wells);
        List<WellContent> order = shuffled(contents);
        Map<String, Integer> sizes = new LinkedHashMap<>();
        order.forEach(content -> sizes.merge(content.group(), 1, Integer::sum));
        order.sort(Comparator.comparingInt((WellContent content) -> -sizes.getOrDefault(content.group(), 0)));
        for (WellContent content : order) {
            WellAddress best = free.getFirst();
            for (WellAddress well : free) {
                if (cost(content.group(), well) < cost(content.group(), best)) {
                    best = well;
                }
            }
            free.remove(best);
            placed.put(best, content);
        }
        improve(List.copyOf(wells));
    }

    /** How many wells of the group stand in the row or column already. */
    private int cost(String group, WellAddress well) {
        int cost = 0;
        for (Map.Entry<WellAddress, WellContent> other : placed.entrySet()) {
            if (other.getValue().group().equals(group) && !other.getKey().equals(well)) {
                cost += other.getKey().row() == well.row() ? 1 : 0;
                cost += other.getKey().column() == well.column() ? 1 : 0;
            }
        }
        return cost;
    }

    private void improve(List<WellAddress> wells) {
        boolean better = true;
        for (int sweep = 0; sweep < SWEEPS && better; sweep++) {
            better = false;
            for (WellAddress well : wells) {
                WellContent content = placed.get(well);
                if (content != null && cost(content.group(), well) > 0) {
                    better |= swapped(well, content, wells);
                }
            }
        }
    }

    private boolean swapped(WellAddress well, WellContent content, List<WellAddress> wells) {
        for (int i = 0; i < PARTNERS; i++) {
            WellAddress other = wells.get(random.nextInt(wells.size()));
            WellContent partner = placed.get(other);
            if (other.equals(well)) {
                continue;
            }
            int before = cost(content.group(), well) + (partner == null ? 0 : cost(partner.group(), other));
            put(well, partner);
            placed.put(other, content);
            int after = cost(content.group(), other) + (partner == null ? 0 : cost(partner.group(), well));
            if (after < before) {
                return true;
            }
            placed.put(well, content);
            put(other, partner);
        }
        return false;
    }

    private void put(WellAddress well, @org.jspecify.annotations.Nullable WellContent content) {
        if (content == null) {
            placed.remove(well);
        } else {
            placed.put(well, content);
        }
    }

    private <T> List<T> shuffled(List<T> list) {
        int[] order = random.nextPermutation(list.size());
        List<T> shuffled = new ArrayList<>();
        for (int index : order) {
            shuffled.add(list.get(index));
        }
        return shuffled;
    }
}
