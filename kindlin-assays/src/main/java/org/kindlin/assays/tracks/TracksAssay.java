package org.kindlin.assays.tracks;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Migration of single cells from their tracks. */
public final class TracksAssay implements Assay<TracksProtocol, TracksData, TracksResult> {

    @Override
    public String name() {
        return "tracks";
    }

    @Override
    public String summary() {
        return "speed, directness, persistence and direction of migrating cells from tracks (TrackMate, CSV, biotracks) or films";
    }

    @Override
    public List<Key<?>> keys() {
        return TracksKeys.ALL;
    }

    @Override
    public TracksProtocol protocol(Resolved settings, Faults faults) {
        return TracksKeys.protocol(settings);
    }

    @Override
    public TracksData read(List<InputFile> files, TracksProtocol protocol, Faults faults) {
        return TracksReader.read(files, protocol, faults);
    }

    @Override
    public TracksResult analyze(TracksData data, TracksProtocol protocol, long seed) {
        return TracksAnalysis.analyze(data, protocol);
    }

    @Override
    public List<Figure> figures(TracksResult result, boolean simulated) {
        return TracksFigures.of(result, simulated);
    }
}
