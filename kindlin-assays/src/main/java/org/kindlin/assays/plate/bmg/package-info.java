/** Files of BMG LABTECH's readers. */
package org.kindlin.assays.plate.bmg;
