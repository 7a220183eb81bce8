package org.kindlin.assays.plate.assay;

/**
 * What an assay calls the thing its compounds are tested on.
 *
 * @param key under which it stands in subjects: {@code target}, {@code cellLine}
 * @param unnamed what sentences call one without a name: {@code the kinase}, {@code the cells}
 */
public record TargetKind(String key, String unnamed) {}
