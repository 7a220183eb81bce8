package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One adhesion through a film.
 *
 * @param first frame it was seen in
 * @param last frame it was seen in
 * @param members pixels it covered in any frame
 */
record AdhesionTrack(int first, int last, int[] members) {
    private static final int MOST_GAP = 2;

    /** Links adhesions of successive frames that share pixels; the largest overlap wins, gaps of two frames are bridged. */
    static List<AdhesionTrack> link(List<List<Adhesion>> frames, int pixels) {
        List<Open> open = new ArrayList<>();
        List<AdhesionTrack> done = new ArrayList<>();
        for (int t = 0; t < frames.size(); t++) {
            int[] owner = new int[pixels];
            for (int k = 0; k < open.size(); k++) {
                for (int i : open.get(k).latest) {
                    owner[i] = k + 1;
                }
            }
            boolean[] taken = new boolean[open.size()];
            List<Open> started = new ArrayList<>();
            for (Adhesion adhesion : frames.get(t)) {
                int best = best(adhesion, owner, open.size(), taken);
                if (best >= 0) {
                    taken[best] = true;
                    open.get(best).add(t, adhesion.members());
                } else {
                    started.add(new Open(t, adhesion.members()));
                }
            }
            open.addAll(started);
            int now = t;
            open.removeIf(track -> {
                boolean ended = now - track.last > MOST_GAP;
                if (ended) {
                    done.add(track.finished());
                }
                return ended;
            });
        }
        open.forEach(track -> done.add(track.finished()));
        done.sort(Comparator.comparingInt(AdhesionTrack::first).thenComparingInt(track -> track.members()[0]));
        return done;
    }

    private static int best(Adhesion adhesion, int[] owner, int tracks, boolean[] taken) {
        int[] shared = new int[tracks];
        int best = -1;
        for (int i : adhesion.members()) {
            int k = owner[i] - 1;
            if (k >= 0 && !taken[k]) {
                shared[k]++;
                best = best < 0 || shared[k] > shared[best] ? k : best;
            }
        }
        return best;
    }

    private static final class Open {
        private final int first;
        private final Set<Integer> members = new HashSet<>();
        private int last;
        private int[] latest;

        Open(int frame, int[] pixels) {
            first = frame;
            last = frame;
            latest = pixels;
            add(frame, pixels);
        }

        void add(int frame, int[] pixels) {
            last = frame;
            latest = pixels;
            for (int i : pixels) {
                members.add(i);
            }
        }

        AdhesionTrack finished() {
            return new AdhesionTrack(
                    first,
                    last,
                    members.stream().mapToInt(Integer::intValue).sorted().toArray());
        }
    }
}
