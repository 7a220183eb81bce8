/** Files of Tecan's readers. */
package org.kindlin.assays.plate.tecan;
