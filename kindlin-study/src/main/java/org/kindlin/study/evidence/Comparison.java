package org.kindlin.study.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kindlin.assays.result.Estimate;

/**
 * An estimate beside a claim.
 *
 * @param subject what the estimate is about
 * @param why the reason for the verdict, in sentences
 */
public record Comparison(Map<String, String> subject, Estimate estimate, Claim claim, Agreement agreement, String why) {
    public Comparison {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
    }
}
