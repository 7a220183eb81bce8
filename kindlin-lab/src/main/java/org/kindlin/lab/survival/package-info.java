/** Survival studies of two agents with known hazards. */
package org.kindlin.lab.survival;
