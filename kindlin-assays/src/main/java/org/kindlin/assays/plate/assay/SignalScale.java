package org.kindlin.assays.plate.assay;

/** The way back from a response to the signal behind it. */
public interface SignalScale {

    /** The signal that a response means. */
    double signalAt(double response);

    /** Change of the response per unit of signal, at a signal. */
    double responsePerSignal(double signal);
}
