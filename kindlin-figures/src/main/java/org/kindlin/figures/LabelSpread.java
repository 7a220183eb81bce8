package org.kindlin.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves labels along one axis, as little as possible (least squares), until none overlaps: the pool-adjacent-violators
 * algorithm for isotonic regression on the positions less the space their predecessors take.
 */
final class LabelSpread {
    /** Labels pushed together. */
    private record Block(int first, int count, double mean) {
        Block join(Block next) {
            int total = count + next.count;
            return new Block(first, total, (mean * count + next.mean * next.count) / total);
        }
    }

    private LabelSpread() {}

    /** Middles of labels of one size, near where they are wanted, inside low to high where they fit at all. */
    static List<Double> spread(List<Double> wanted, double size, double low, double high) {
        List<Integer> order = IntStream.range(0, wanted.size())
                .boxed()
                .sorted(Comparator.comparing(wanted::get))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (int rank = 0; rank < order.size(); rank++) {
            double slot = wanted.get(order.get(rank)) - rank * size;
            Block block = new Block(rank, 1, slot);
            while (!blocks.isEmpty() && blocks.getLast().mean() > block.mean()) {
                block = blocks.removeLast().join(block);
            }
            blocks.add(block);
        }
        double lowest = low + size / 2;
        double highest = Math.max(lowest, high - size / 2 - (wanted.size() - 1) * size);
        Double[] placed = new Double[wanted.size()];
        for (Block block : blocks) {
            for (int rank = block.first(); rank < block.first() + block.count(); rank++) {
                placed[order.get(rank)] = Math.clamp(block.mean(), lowest, highest) + rank * size;
            }
        }
        return List.of(placed);
    }
}
