package org.kindlin.lab.plan.growth;

import java.util.OptionalDouble;

/**
 * An animal that may be enrolled.
 *
 * @param cage empty where not stated
 * @param stratum what animals are balanced over beside volume (sex, batch); empty for none
 * @param volume tumour volume in mm3
 * @param weight body weight in g
 */
public record Candidate(String id, String cage, String stratum, double volume, OptionalDouble weight) {}
