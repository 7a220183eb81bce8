package org.kindlin.assays.pharmacokinetics;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/**
 * What a non-compartmental analysis found.
 *
 * @param profiles in the order of the files
 * @param summaries of groups of profiles
 * @param data every row with a concentration
 * @param leftOut rows that reached no profile
 */
public record PharmacokineticsResult(
        List<ProfileResult> profiles,
        List<SubjectResult> summaries,
        PharmacokineticsProtocol protocol,
        List<DataPoint> data,
        List<Exclusion> leftOut)
        implements AnalysisResult {

    public PharmacokineticsResult {
        profiles = List.copyOf(profiles);
        summaries = List.copyOf(summaries);
        data = List.copyOf(data);
        leftOut = List.copyOf(leftOut);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> all = new ArrayList<>();
        profiles.forEach(profile -> all.add(profile.result()));
        all.addAll(summaries);
        return all;
    }

    @Override
    public List<String> verdicts() {
        return PharmacokineticsVerdicts.of(this);
    }

    @Override
    public List<Exclusion> exclusions() {
        List<Exclusion> all = new ArrayList<>(leftOut);
        profiles.forEach(profile -> all.addAll(profile.exclusions()));
        return all;
    }

    @Override
    public String methods() {
        return PharmacokineticsMethods.of(this);
    }
}
