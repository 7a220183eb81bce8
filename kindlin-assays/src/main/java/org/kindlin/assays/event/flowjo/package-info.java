/**
 * FlowJo 10 workspaces ({@code .wsp}): gate trees, compensation, transformations and the statistics that FlowJo stored, as
 * gating documents. The format is not published; what is read here was learnt from workspaces and their stored counts.
 */
package org.kindlin.assays.event.flowjo;
