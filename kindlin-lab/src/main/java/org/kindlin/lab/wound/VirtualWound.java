package org.kindlin.lab.wound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/**
 * Scratch assays over a dose series, one film of phase contrast for each well. The truth is exact: open pixels of every frame
 * as they were painted, the velocity of the edges and of their cells, and when half of the gap is closed. {@code judgeable} is 0 for frames that
 * show no measurable wound and must be refused.
 */
public final class VirtualWound implements VirtualAssay {
    private static final double SECONDS_PER_HOUR = 3600;

    @Override
    public String name() {
        return "wound";
    }

    @Override
    public List<Key<?>> keys() {
        return ScratchSettings.KEYS;
    }

    @Override
    public LabBatch perform(Resolved resolved, long seed, Faults faults) {
        ScratchSettings settings = ScratchSettings.of(resolved);
        if (settings.gaps() * (settings.gapWidth() + 6 * settings.spacing()) > settings.width()) {
            faults.add(
                    "--set",
                    "gapWidth",
                    "gaps and the cells between them do not fit a frame",
                    "state narrower gaps or wider frames");
            return new LabBatch(List.of(), List.of());
        }
        List<LabFile> files = new ArrayList<>();
        List<Truth> truth = new ArrayList<>();
        StringBuilder layout = new StringBuilder("# " + RawFile.SIMULATED_MARK + ": Kindlin virtual lab, wound, seed "
                + seed + "\nimage,wound,role,compound,dose\n");
        RandomStream random = RandomStream.ofSeed(seed).child("lab wound");
        for (int row = 0; row < settings.doses().size(); row++) {
            double dose = settings.doses().get(row);
            for (int column = 1; column <= settings.wells(); column++) {
                String name = (char) ('A' + row) + String.valueOf(column);
                RandomStream own = random.child(name);
                double velocity =
                        settings.velocityAt(dose) * own.child("velocity").nextLogNormal(1, settings.wellSpread());
                ScratchedWell well = new ScratchedWell(settings, velocity, own.child("cells"));
                ScratchFilm film = ScratchFilm.of(well, name, settings, own.child("film"));
                files.add(new LabFile("well-" + name + ".tif", tiff(film, settings)));
                layout.append(String.format(
                                Locale.ROOT,
                                "well-%s.tif,%s,%s%.6g%n",
                                name,
                                name,
                                dose == 0 ? "control,," : "sample,defactinib,",
                                dose)
                        .replace("\r", ""));
                truth.addAll(truth(name, film, well, velocity, settings));
            }
        }
        if (settings.doses().size() > 1) {
            truth.add(
                    new Truth(Map.of("compound", "defactinib"), List.of(new TrueValue("ic50", settings.ic50(), "nM"))));
        }
        files.add(LabFile.ofText("layout.csv", layout.toString()));
        return new LabBatch(files, truth);
    }

    private static byte[] tiff(ScratchFilm film, ScratchSettings settings) {
        return TiffWriter.stack(
                new TiffWriter.Pages(settings.bits(), 1),
                settings.width(),
                settings.height(),
                film.pages(),
                settings.pixelSize(),
                settings.interval() * SECONDS_PER_HOUR,
                RawFile.SIMULATED_MARK);
    }

    private static List<Truth> truth(
            String name, ScratchFilm film, ScratchedWell well, double velocity, ScratchSettings settings) {
        List<Truth> truth = new ArrayList<>();
        List<TrueValue> whole = new ArrayList<>();
        whole.add(new TrueValue("edgeVelocity", well.edgeVelocity() * settings.pixelSize(), "um/h"));
        whole.add(new TrueValue("cellVelocity", velocity * settings.pixelSize(), "um/h"));
        double half = well.halfTime();
        if (Double.isFinite(half)) {
            whole.add(new TrueValue("halfClosureTime", half, "h"));
        }
        truth.add(new Truth(Map.of("wound", name), whole));
        double area = settings.pixelSize() * settings.pixelSize();
        double first = well.after(0).open();
        for (int i = 0; i < film.open().size(); i++) {
            int open = film.open().get(i);
            boolean isJudgeable = open != ScratchFilm.NOT_MEASURABLE;
            List<TrueValue> values = new ArrayList<>();
            values.add(new TrueValue("judgeable", isJudgeable ? 1 : 0, ""));
            if (isJudgeable) {
                values.add(new TrueValue("openArea", open * area, "um2"));
                values.add(new TrueValue("openPercent", 100.0 * open / (settings.width() * settings.height()), "%"));
                values.add(new TrueValue("closure", 100 * (first - open) / first, "%"));
            }
            Map<String, String> subject = new LinkedHashMap<>();
            subject.put("wound", name);
            subject.put("frame", String.valueOf(i + 1));
            truth.add(new Truth(subject, values));
        }
        return truth;
    }
}
