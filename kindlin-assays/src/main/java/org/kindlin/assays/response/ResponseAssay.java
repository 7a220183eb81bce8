package org.kindlin.assays.response;

import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** Objective response of patients. */
public final class ResponseAssay implements Assay<ResponseProtocol, ResponseData, ResponseResult> {

    @Override
    public String name() {
        return "response";
    }

    @Override
    public String summary() {
        return "objective response: RECIST 1.1 from lesions, rates with exact intervals, differences, durations";
    }

    @Override
    public List<Key<?>> keys() {
        return ResponseKeys.ALL;
    }

    @Override
    public ResponseProtocol protocol(Resolved settings, Faults faults) {
        return ResponseKeys.protocol(settings);
    }

    @Override
    public ResponseData read(List<InputFile> files, ResponseProtocol protocol, Faults faults) {
        return ResponseReader.read(files, protocol, faults);
    }

    @Override
    public ResponseResult analyze(ResponseData data, ResponseProtocol protocol, long seed) {
        return ResponseAnalysis.analyze(data, protocol);
    }

    @Override
    public List<Figure> figures(ResponseResult result, boolean simulated) {
        return ResponseFigures.of(result, simulated);
    }
}
