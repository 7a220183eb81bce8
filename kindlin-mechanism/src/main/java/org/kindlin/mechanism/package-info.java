/** Mechanism: reaction networks as text, compiled and simulated, and what is learnt with them. Knows nothing of assays. */
package org.kindlin.mechanism;
