package org.kindlin.assays.event.gating;

import java.util.List;

/** A gate ready to be asked about a block of events. */
interface GateTest {

    /**
     * Clears the bits of events that are not in the gate.
     *
     * @param from first event of the block, a multiple of 64
     * @param words one bit per event of the block; bits past {@code count} are clear
     */
    void keepInside(int from, int count, long[] words);

    /** All of several tests. */
    record All(List<GateTest> tests) implements GateTest {
        @Override
        public void keepInside(int from, int count, long[] words) {
            for (GateTest test : tests) {
                test.keepInside(from, count, words);
            }
        }
    }

    /**
     * Members of other populations, joined.
     *
     * @param operands what is joined, of all events
     */
    record Joined(Gate.Operation operation, List<Operand> operands) implements GateTest {
        @Override
        public void keepInside(int from, int count, long[] words) {
            for (int w = 0; w < Membership.words(count); w++) {
                long joined = operation == Gate.Operation.OR ? 0 : -1L;
                for (Operand operand : operands) {
                    long taken = operand.word((from >>> 6) + w);
                    joined = switch (operation) {
                        case AND -> joined & taken;
                        case OR -> joined | taken;
                        case NOT -> ~taken;
                    };
                }
                words[w] &= joined;
            }
        }
    }

    /** A population's members, or all events that are none. */
    record Operand(long[] members, boolean complement) {
        long word(int index) {
            return complement ? ~members[index] : members[index];
        }
    }
}
