package org.kindlin.study.evidence;

import java.util.Collection;
import java.util.List;

/**
 * All claims, with their sources, compounds and the traps among them.
 *
 * @param claims in the order of the files, by topic
 */
public record Ledger(List<Claim> claims, List<Source> sources, List<Compound> compounds, List<Trap> traps) {
    public Ledger {
        claims = List.copyOf(claims);
        sources = List.copyOf(sources);
        compounds = List.copyOf(compounds);
        traps = List.copyOf(traps);
    }

    /** The ledger that comes with Kindlin, read once. */
    public static Ledger standard() {
        return Standard.LEDGER;
    }

    /** The name the ledger uses for a compound; the name itself where it is unknown. */
    public String compoundName(String name) {
        return compounds.stream()
                .filter(compound -> compound.isCalled(name))
                .map(Compound::name)
                .findFirst()
                .orElse(name);
    }

    /** The traps that any of these analyses should carry. */
    public List<Trap> trapsOf(Collection<String> analyses) {
        return traps.stream()
                .filter(trap -> trap.concerns().stream().anyMatch(analyses::contains))
                .toList();
    }

    private static final class Standard {
        static final Ledger LEDGER = LedgerFiles.read();
    }
}
