package org.kindlin.assays.kinase;

import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.fault.Faults;

/** Refuses a plate whose usable wells cannot define 0 % and 100 % activity as the protocol asks. */
final class RequiredControls {
    private RequiredControls() {}

    static void check(AssayBlock block, String mapFile, KinaseProtocol.Scale scale, Faults faults) {
        if (scale.normalization() == Normalization.NONE) {
            return;
        }
        if (!block.has(WellRole.VEHICLE)) {
            faults.add(
                    mapFile,
                    "",
                    "plate " + block.plate() + targetOf(block)
                            + " has no usable vehicle well, so 100 % activity is unknown",
                    "map vehicle wells, or set normalization=none");
        }
        if (scale.normalization() == Normalization.CONTROLS && !definesZero(block, scale)) {
            faults.add(
                    mapFile,
                    "",
                    "plate " + block.plate() + targetOf(block)
                            + " has no usable no-enzyme or blank well, so 0 % activity is unknown",
                    "map no-enzyme or blank wells, set positiveControl=zero-activity if a reference inhibitor blocks"
                            + " fully, or set normalization=vehicle");
        }
    }

    private static boolean definesZero(AssayBlock block, KinaseProtocol.Scale scale) {
        return block.has(WellRole.NO_ENZYME, WellRole.BLANK)
                || (scale.positiveControl() == PositiveControlUse.ZERO_ACTIVITY && block.has(WellRole.POSITIVE));
    }

    private static String targetOf(AssayBlock block) {
        return block.target().isEmpty() ? "" : " (" + block.target() + ")";
    }
}
