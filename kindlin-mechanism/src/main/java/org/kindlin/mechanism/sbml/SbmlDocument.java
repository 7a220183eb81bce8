package org.kindlin.mechanism.sbml;

import java.util.List;
import org.kindlin.fault.Finding;
import org.kindlin.mechanism.model.Model;

/**
 * What was read from an SBML file.
 *
 * @param level SBML level it is written in
 * @param version version of that level
 * @param warnings what was noticed that is no fault
 */
public record SbmlDocument(Model model, int level, int version, List<Finding> warnings) {
    public SbmlDocument {
        warnings = List.copyOf(warnings);
    }
}
