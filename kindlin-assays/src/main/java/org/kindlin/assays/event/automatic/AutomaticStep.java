package org.kindlin.assays.event.automatic;

/** The gates that can be drawn from scatter and viability, in the order in which they lie one inside the other. */
public enum AutomaticStep {
    CELLS,
    SINGLETS,
    LIVE,
    LYMPHOCYTES;

    GateModel model() {
        return switch (this) {
            case CELLS -> new DebrisModel();
            case SINGLETS -> new SingletModel();
            case LIVE -> new LiveModel();
            case LYMPHOCYTES -> new LymphocyteModel();
        };
    }
}
