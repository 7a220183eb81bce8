/** Time to an event: survival of animals or patients, by arm, with hazards, competing events and combinations. */
package org.kindlin.assays.survival;
