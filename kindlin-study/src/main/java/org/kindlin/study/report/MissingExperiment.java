package org.kindlin.study.report;

import java.util.List;

/**
 * An experiment of the study that the report has no result of.
 *
 * @param experiment its name in the study file
 * @param title its title in words
 * @param faults what is wrong with its input, a line each; empty where it has not been run
 */
public record MissingExperiment(String experiment, String title, List<String> faults) {
    public MissingExperiment {
        faults = List.copyOf(faults);
    }
}
