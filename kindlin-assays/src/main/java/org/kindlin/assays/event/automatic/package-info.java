/**
 * Gates drawn by stated models from the events themselves, as Gating-ML that a person can edit: debris, singlets, live cells,
 * lymphocytes, positive cells. A model that the events do not support draws nothing and says why.
 */
package org.kindlin.assays.event.automatic;
