package org.kindlin.assays.response;

import java.util.List;

/** Rates, durations and comparisons; a pure function. */
final class ResponseAnalysis {
    private ResponseAnalysis() {}

    static ResponseResult analyze(ResponseData data, ResponseProtocol protocol) {
        List<ArmResponse> arms = data.arms().stream()
                .map(arm -> ArmResponse.of(arm, data, protocol))
                .toList();
        return new ResponseResult(data, protocol, arms);
    }
}
