package org.kindlin.assays.kinase;

/** How the reading follows the product. */
public enum SignalDirection {
    /** More ADP, more signal: ADP-Glo, Transcreener fluorescence intensity. */
    RISES_WITH_ADP,
    /** More ADP, less signal: Kinase-Glo, Transcreener polarisation. */
    FALLS_WITH_ADP
}
