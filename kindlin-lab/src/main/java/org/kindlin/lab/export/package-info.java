/** The files that the software of each plate reader exports, written from plates; the counterpart of the readers. */
package org.kindlin.lab.export;
