package org.kindlin.assays.pharmacokinetics;

import java.util.List;
import java.util.Optional;

/** Non-compartmental analysis of every profile; a pure function. */
final class PharmacokineticsAnalysis {
    private PharmacokineticsAnalysis() {}

    static PharmacokineticsResult analyze(PharmacokineticsData data, PharmacokineticsProtocol protocol) {
        List<ProfileResult> profiles = data.profiles().stream()
                .map(profile -> {
                    Optional<Exposure> exposure =
                            ProfileCurve.of(profile, protocol).map(curve -> Exposure.of(curve, protocol));
                    return new ProfileResult(
                            profile,
                            exposure,
                            ExposureEstimates.of(profile, exposure, protocol).with(data.findings()));
                })
                .toList();
        return new PharmacokineticsResult(
                profiles, ProfileSummary.of(profiles, protocol.level()), protocol, data.points(), data.exclusions());
    }
}
