package org.kindlin.numerics.combination;

/** What is meant by no interaction. The models differ, so a claim of synergy names its own. */
public enum NullModel {
    /** Highest single agent: the better of the two alone. */
    HSA,
    /** Bliss 1939: the agents act independently, {@code f1 + f2 - f1 f2}. */
    BLISS,
    /** Loewe 1926: an agent combined with itself; generalised to agents of different maximal effects. */
    LOEWE,
    /** Zero interaction potency (Yadav 2015): Bliss, between curves fitted at every fixed dose of the other agent. */
    ZIP
}
