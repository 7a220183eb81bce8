package org.kindlin.fault;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be analysed; carries every fault found, one line each. The only exception a reader throws. */
public final class InputFaultException extends KindlinException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InputFaultException(List<Fault> faults) {
        super(Faults.told(faults).stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(Faults.told(faults));
    }

    public InputFaultException(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
