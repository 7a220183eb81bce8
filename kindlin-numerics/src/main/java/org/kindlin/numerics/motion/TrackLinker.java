package org.kindlin.numerics.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Links detections of a series of frames to tracks in two rounds of linear assignment: from frame to frame, then the pieces
 * over gaps and, where asked for, at splits (K. Jaqaman et al., Nat. Methods 5:695-702, 2008).
 *
 * <p>A link costs the squared distance, and leaving a detection unlinked the square of the largest distance allowed, so that
 * as many near pairs as possible are linked at the least sum of squares.
 *
 * @param largestStep between neighbouring frames
 * @param largestGapStep over a gap, and from a parent to a daughter
 * @param mostMissing frames that a gap may miss
 * @param splits whether a track may begin at another
 */
public record TrackLinker(double largestStep, double largestGapStep, int mostMissing, boolean splits) {

    /** A detection. */
    public record Detection(int frame, double[] position) {}

    /**
     * Tracks of detections.
     *
     * @param tracks indices of detections, frames rising
     * @param parent for each track, the index of the detection it split from; -1 for none
     */
    public record Linked(List<int[]> tracks, int[] parent) {}

    /** Links; every detection is in one track, of one detection at least. */
    public Linked link(List<Detection> detections) {
        List<List<Integer>> pieces = pieces(detections);
        return close(pieces, detections);
    }

    private List<List<Integer>> pieces(List<Detection> detections) {
        int frames = detections.stream().mapToInt(Detection::frame).max().orElse(-1) + 1;
        List<List<Integer>> byFrame = new ArrayList<>();
        for (int f = 0; f < frames; f++) {
            byFrame.add(new ArrayList<>());
        }
        for (int i = 0; i < detections.size(); i++) {
            byFrame.get(detections.get(i).frame()).add(i);
        }
        List<List<Integer>> pieces = new ArrayList<>();
        List<List<Integer>> open = new ArrayList<>();
        for (List<Integer> here : byFrame) {
            List<Integer> ends = open.stream().map(List::getLast).toList();
            int[] chosen = choose(here, ends, detections, largestStep);
            List<List<Integer>> next = new ArrayList<>();
            for (int i = 0; i < here.size(); i++) {
                List<Integer> piece;
                if (chosen[i] >= 0) {
                    piece = open.get(chosen[i]);
                } else {
                    piece = new ArrayList<>();
                    pieces.add(piece);
                }
                piece.add(here.get(i));
                next.add(piece);
            }
            open = next;
        }
        return pieces;
    }

    /** For each detection the index of the earlier one it is linked to; -1 for none. */
    private static int[] choose(List<Integer> here, List<Integer> earlier, List<Detection> detections, double largest) {
        double[][] cost = new double[here.size()][earlier.size() + here.size()];
        for (int i = 0; i < here.size(); i++) {
            Arrays.fill(cost[i], Double.POSITIVE_INFINITY);
            for (int j = 0; j < earlier.size(); j++) {
                cost[i][j] = cost(detections.get(earlier.get(j)), detections.get(here.get(i)), largest);
            }
            cost[i][earlier.size() + i] = largest * largest;
        }
        int[] columns = LinearAssignment.of(cost);
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns[i] < earlier.size() ? columns[i] : -1;
        }
        return columns;
    }

    private static double cost(Detection from, Detection to, double largest) {
        double distance = Trajectory.distance(from.position(), to.position());
        return distance <= largest ? distance * distance : Double.POSITIVE_INFINITY;
    }

    /** Where a piece may go on from: the end of another, or a place within it. */
    private record Origin(int piece, int detection, boolean isEnd) {}

    private Linked close(List<List<Integer>> pieces, List<Detection> detections) {
        List<Origin> origins = origins(pieces, detections);
        double[][] cost = new double[pieces.size()][origins.size() + pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            Arrays.fill(cost[i], Double.POSITIVE_INFINITY);
            Detection start = detections.get(pieces.get(i).getFirst());
            for (int j = 0; j < origins.size(); j++) {
                cost[i][j] = joinCost(origins.get(j), i, start, detections);
            }
            cost[i][origins.size() + i] = largestGapStep * largestGapStep;
        }
        int[] chosen = LinearAssignment.of(cost);
        int[] before = new int[pieces.size()];
        int[] splitFrom = new int[pieces.size()];
        Arrays.fill(before, -1);
        Arrays.fill(splitFrom, -1);
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] < origins.size()) {
                Origin origin = origins.get(chosen[i]);
                if (origin.isEnd()) {
                    before[i] = origin.piece();
                } else {
                    splitFrom[i] = origin.detection();
                }
            }
        }
        return joined(pieces, before, splitFrom);
    }

    private List<Origin> origins(List<List<Integer>> pieces, List<Detection> detections) {
        List<Origin> origins = new ArrayList<>();
        for (int p = 0; p < pieces.size(); p++) {
            origins.add(new Origin(p, pieces.get(p).getLast(), true));
        }
        for (int p = 0; splits && p < pieces.size(); p++) {
            for (int detection : pieces.get(p).subList(0, pieces.get(p).size() - 1)) {
                if (startsNear(pieces, detections, detections.get(detection))) {
                    origins.add(new Origin(p, detection, false));
                }
            }
        }
        return origins;
    }

    private boolean startsNear(List<List<Integer>> pieces, List<Detection> detections, Detection place) {
        return pieces.stream()
                .map(piece -> detections.get(piece.getFirst()))
                .anyMatch(start -> start.frame() == place.frame() + 1
                        && cost(place, start, largestGapStep) < Double.POSITIVE_INFINITY);
    }

    private double joinCost(Origin origin, int piece, Detection start, List<Detection> detections) {
        Detection from = detections.get(origin.detection());
        int missing = start.frame() - from.frame() - 1;
        boolean possible = origin.piece() != piece && missing >= 0 && missing <= (origin.isEnd() ? mostMissing : 0);
        return possible ? cost(from, start, largestGapStep) : Double.POSITIVE_INFINITY;
    }

    private static Linked joined(List<List<Integer>> pieces, int[] before, int[] splitFrom) {
        int[] after = new int[pieces.size()];
        Arrays.fill(after, -1);
        for (int i = 0; i < before.length; i++) {
            if (before[i] >= 0) {
                after[before[i]] = i;
            }
        }
        List<int[]> tracks = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (before[i] < 0) {
                List<Integer> track = new ArrayList<>();
                for (int p = i; p >= 0; p = after[p]) {
                    track.addAll(pieces.get(p));
                }
                tracks.add(track.stream().mapToInt(Integer::intValue).toArray());
                parents.add(splitFrom[i]);
            }
        }
        return new Linked(tracks, parents.stream().mapToInt(Integer::intValue).toArray());
    }
}
