package org.kindlin.lab.adhesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.image.tiff.TiffWriter;
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

/** Films of adhesions whose assembly and disassembly are known, or stills of two channels whose ratio is. */
public final class VirtualAdhesion implements VirtualAssay {
    private static final double SECONDS = 60;

    @Override
    public String name() {
        return "adhesion";
    }

    @Override
    public List<Key<?>> keys() {
        return AdhesionSettings.KEYS;
    }

    @Override
    public LabBatch perform(Resolved resolved, long seed, Faults faults) {
        AdhesionSettings settings = AdhesionSettings.of(resolved);
        RandomStream random = RandomStream.ofSeed(seed).child("lab adhesion");
        List<LabFile> files = new ArrayList<>();
        List<Truth> truth = new ArrayList<>();
        StringBuilder layout = new StringBuilder("# " + RawFile.SIMULATED_MARK
                + ": Kindlin virtual lab, adhesion, seed " + seed + "\nimage,condition,role\n");
        TurnoverCondition control = settings.conditions().getFirst();
        for (TurnoverCondition condition : settings.conditions()) {
            double ratio = settings.phospho() * (condition.equals(control) ? 1 : 0.5);
            for (int film = 1; film <= settings.films(); film++) {
                String stem = LabFile.stem(condition.name()) + "-" + film;
                RandomStream own = random.child(stem);
                AdhesionCell cell = new AdhesionCell(settings, condition, own.child("cell"));
                List<short[]> pages = settings.isStill()
                        ? still(cell, ratio, settings, own)
                        : film(cell, settings, own.child("camera"));
                files.add(new LabFile(stem + ".tif", tiff(pages, settings)));
                layout.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s\n",
                        stem,
                        condition.name(),
                        condition.equals(control) ? "control" : "sample"));
                truth.add(new Truth(Map.of("image", stem + ".tif"), values(condition, ratio, settings)));
            }
            if (!settings.isStill() && !condition.equals(control)) {
                double slower = condition.disassembly() / control.disassembly();
                truth.add(new Truth(
                        Map.of("condition", condition.name(), "relativeTo", "control"),
                        List.of(new TrueValue("disassemblyRateRatio", slower, "1"))));
            }
        }
        files.add(LabFile.ofText("layout.csv", layout.toString()));
        return new LabBatch(files, truth);
    }

    private static List<TrueValue> values(TurnoverCondition condition, double ratio, AdhesionSettings settings) {
        TrueValue count = new TrueValue("count", settings.adhesions(), "");
        return settings.isStill()
                ? List.of(count, new TrueValue("secondToFirstRatio", ratio, "1"))
                : List.of(
                        new TrueValue("assemblyRate", condition.assembly(), "1/min"),
                        new TrueValue("disassemblyRate", condition.disassembly(), "1/min"));
    }

    private static List<short[]> film(AdhesionCell cell, AdhesionSettings settings, RandomStream random) {
        List<short[]> pages = new ArrayList<>();
        for (int frame = 0; frame < settings.frames(); frame++) {
            float[] light = cell.light(frame * settings.interval());
            pages.add(settings.camera().expose(light, random.child(frame)));
        }
        return pages;
    }

    private static List<short[]> still(
            AdhesionCell cell, double ratio, AdhesionSettings settings, RandomStream random) {
        return List.of(
                settings.camera().expose(cell.light(0), random.child("paxillin")),
                settings.camera().expose(cell.second(ratio, random.child("ground 2")), random.child("pFAK")));
    }

    private static byte[] tiff(List<short[]> pages, AdhesionSettings settings) {
        return TiffWriter.stack(
                new TiffWriter.Pages(settings.camera().bits(), settings.isStill() ? 2 : 1),
                settings.side(),
                settings.side(),
                pages,
                settings.pixelSize(),
                settings.isStill() ? 0 : settings.interval() * SECONDS,
                RawFile.SIMULATED_MARK);
    }
}
