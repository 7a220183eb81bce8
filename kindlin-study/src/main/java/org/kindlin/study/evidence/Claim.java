package org.kindlin.study.evidence;

import java.util.List;
import java.util.Optional;

/**
 * A quantitative statement that somebody made, with where and how.
 *
 * @param id unique, for citing
 * @param compound compound the claim is about; empty where it is about none
 * @param form the form that was weighed; {@code not stated} where nobody says
 * @param of target, line, arm or system; empty where it holds for any
 * @param quantity the field's term, that of an estimate where there is one ({@code ic50})
 * @param value what is claimed
 * @param text the value as the ledger writes it
 * @param unit unit as written; empty for a direction
 * @param tag how it came to be known
 * @param source what was read
 * @param reference what the source itself cites for it, where that is worth knowing
 * @param setting conditions, as far as they are known
 * @param unstated conditions that matter and are not known ({@code atp}, {@code enzyme}, {@code serum})
 * @param assay analysis whose estimates it can be set beside; empty where none can
 * @param doubt why the claim cannot be held against an estimate at all
 * @param traps numbers of the traps it is part of
 */
public record Claim(
        String id,
        String compound,
        String form,
        String of,
        String quantity,
        ClaimedValue value,
        String text,
        String unit,
        EvidenceTag tag,
        Source source,
        String reference,
        String setting,
        List<String> unstated,
        Optional<String> assay,
        Optional<String> doubt,
        List<Integer> traps) {

    public Claim {
        unstated = List.copyOf(unstated);
        traps = List.copyOf(traps);
    }

    /** The value with its unit: {@code < 0.6 nM}. */
    public String valueWithUnit() {
        return unit.isEmpty() || unit.equals("1") ? text : text + " " + unit;
    }
}
