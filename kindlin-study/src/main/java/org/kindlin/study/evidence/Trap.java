package org.kindlin.study.evidence;

import java.util.List;

/**
 * A place where the source guides mislead.
 *
 * @param number from 1
 * @param text what the guide says
 * @param problem what is wrong with it
 * @param handled what Kindlin does about it
 * @param concerns analyses whose report should carry it
 */
public record Trap(int number, String text, String problem, String handled, List<String> concerns) {
    public Trap {
        concerns = List.copyOf(concerns);
    }
}
