/** Western blots and gels: bands found and measured without a click, ratios to the same target's total, fold changes. */
package org.kindlin.assays.blot;
