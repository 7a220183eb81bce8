/** Focal adhesions: number, size and shape on still pictures, assembly and disassembly in films. */
package org.kindlin.assays.adhesion;
