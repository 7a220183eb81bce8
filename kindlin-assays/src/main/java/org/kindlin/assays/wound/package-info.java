/** Scratch assays: how much of a wound is open in every frame, how fast its edges move, and when that cannot be told. */
package org.kindlin.assays.wound;
