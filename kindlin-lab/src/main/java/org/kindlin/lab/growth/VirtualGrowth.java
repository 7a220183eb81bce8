package org.kindlin.lab.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.growth.SendWriter;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.Truth.TrueValue;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.numerics.random.RandomStream;

/** Caliper sheets of tumour growth whose rates, inhibitions and interaction are known. */
public final class VirtualGrowth implements VirtualAssay {
    private static final int FACTORIAL = 4;
    private static final Key<Boolean> SEND =
            Key.flag("send", false, "write CDISC SEND domains in SAS transport files instead of a caliper sheet");

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(GrowthTruthKeys.all());
        keys.add(SEND);
        return keys;
    }

    @Override
    public LabBatch perform(Resolved settings, long seed, Faults faults) {
        Optional<TrueGrowth> truth = GrowthTruthKeys.read(settings, faults);
        return truth.map(found -> perform(found, settings.get(SEND), seed))
                .orElseGet(() -> new LabBatch(List.of(), List.of()));
    }

    private static LabBatch perform(TrueGrowth truth, boolean send, long seed) {
        SimulatedStudy study =
                SimulatedStudy.draw(truth, RandomStream.ofSeed(seed).child("lab growth"));
        if (send) {
            List<String> arms = truth.arms().stream().map(TrueGrowth.Arm::name).toList();
            List<LabFile> files =
                    SendWriter.write(study.data(arms), "LAB" + seed, RawFile.SIMULATED_MARK).entrySet().stream()
                            .map(file -> new LabFile(file.getKey(), file.getValue()))
                            .toList();
            return new LabBatch(files, truths(truth, "ARM"));
        }
        String csv = study.csv(RawFile.SIMULATED_MARK + ": Kindlin virtual lab, growth, seed " + seed);
        return new LabBatch(List.of(LabFile.ofText("growth.csv", csv)), truths(truth, "arm"));
    }

    private static List<Truth> truths(TrueGrowth truth, String key) {
        List<Truth> truths = new ArrayList<>();
        TrueGrowth.Arm control = truth.arms().getFirst();
        double last = truth.days().getLast();
        for (TrueGrowth.Arm arm : truth.arms()) {
            List<TrueValue> values = new ArrayList<>(List.of(new TrueValue("growthRate", arm.rate(), "1/d")));
            if (!arm.equals(control)) {
                values.add(new TrueValue("growthRateDifference", arm.rate() - control.rate(), "1/d"));
                values.add(new TrueValue("tgi", truth.inhibition(arm, last), "%"));
            }
            truths.add(new Truth(Map.of(key, arm.name()), values));
        }
        if (truth.arms().size() == FACTORIAL) {
            TrueGrowth.Arm first = truth.arms().get(1);
            TrueGrowth.Arm second = truth.arms().get(2);
            TrueGrowth.Arm both = truth.arms().get(3);
            truths.add(new Truth(
                    Map.of("combination", both.name()),
                    List.of(
                            new TrueValue(
                                    "blissInteraction",
                                    both.rate() - first.rate() - second.rate() + control.rate(),
                                    "1/d"),
                            new TrueValue(
                                    "hsaInteraction", both.rate() - Math.min(first.rate(), second.rate()), "1/d"))));
        }
        return truths;
    }
}
