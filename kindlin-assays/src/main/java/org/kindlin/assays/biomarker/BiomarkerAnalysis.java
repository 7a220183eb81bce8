package org.kindlin.assays.biomarker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.random.RandomStream;

/** Changes by marker, visit and arm, then arms against their reference; a pure function. */
final class BiomarkerAnalysis {
    private BiomarkerAnalysis() {}

    static BiomarkerResult analyze(BiomarkerData data, BiomarkerProtocol protocol, long seed) {
        RandomStream random = RandomStream.ofSeed(seed).child("biomarker");
        Map<List<String>, List<Pair>> markers = data.pairs().stream()
                .collect(Collectors.groupingBy(
                        pair -> List.of(pair.marker(), pair.visit()), LinkedHashMap::new, Collectors.toList()));
        List<String> arms = arms(data, protocol);
        List<MarkerChange> changes = new ArrayList<>();
        List<SubjectResult> effects = new ArrayList<>();
        markers.forEach((key, pairs) -> {
            Map<String, String> subject = subject(key, protocol);
            for (String arm : arms) {
                List<Pair> own =
                        pairs.stream().filter(pair -> pair.arm().equals(arm)).toList();
                Map<String, String> named = new LinkedHashMap<>(subject);
                protocol.columns().arm().ifPresent(column -> named.put(column, arm));
                if (!own.isEmpty()) {
                    changes.add(MarkerChange.of(named, own, protocol, random.child(changes.size())));
                }
            }
            arms.stream()
                    .skip(1)
                    .forEach(arm -> effects.add(ArmEffect.of(subject, arm, arms.getFirst(), pairs, protocol)));
        });
        return new BiomarkerResult(data, protocol, changes, effects);
    }

    private static Map<String, String> subject(List<String> key, BiomarkerProtocol protocol) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("marker", key.get(0));
        protocol.columns().visit().ifPresent(column -> subject.put(column, key.get(1)));
        return subject;
    }

    private static List<String> arms(BiomarkerData data, BiomarkerProtocol protocol) {
        List<String> arms = new ArrayList<>(
                data.pairs().stream().map(Pair::arm).distinct().sorted().toList());
        protocol.reference().filter(arms::remove).ifPresent(arms::addFirst);
        return arms;
    }
}
