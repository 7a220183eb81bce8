package org.kindlin.assays.cytometry;

import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.proportions.ProportionInterval;

/**
 * The parameters of a cytometry analysis.
 *
 * @param reading what becomes of a file that is not quite as its format has it
 * @param dataSet which data set of a file, from 1
 * @param interval kind of the interval of frequencies
 * @param level confidence level of intervals
 * @param fewEvents fewer events than this in a gate or its parent make a frequency or median doubtful
 * @param medians whether medians of all channels are reported
 * @param memberships whether the memberships of events are written
 * @param drawing gates drawn by models
 * @param stains which files are single-stain controls
 * @param polarisation how macrophage polarisation is measured
 */
public record CytometryProtocol(
        ReadingMode reading,
        int dataSet,
        ProportionInterval interval,
        double level,
        int fewEvents,
        boolean medians,
        boolean memberships,
        DrawingProtocol drawing,
        StainRoles stains,
        PolarisationProtocol polarisation) {}
