/**
 * Gates on flow cytometry events: Gating-ML 2.0 (ISAC, 2013; Spidlen et al., Cytometry A 87:683, 2015) read and written,
 * compensation, and the events inside each gate.
 */
package org.kindlin.assays.event.gating;
