package org.kindlin.assays.protocol;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether an arm's name says that it is the control that the others are compared with. */
public final class ControlArm {
    private static final Pattern NAME =
            Pattern.compile("(vehicle|control|placebo|untreated|ctrl|veh|sham|no treatment)\\b.*");

    private ControlArm() {}

    /** {@code Vehicle}, {@code control (PBS)}, {@code placebo} and the like. */
    public static boolean isNamedBy(String arm) {
        return NAME.matcher(arm.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
