/**
 * Planning: what to pipette, where, when and how often, before an experiment, so that its analysis can promise an
 * interval.
 *
 * <p>{@link org.kindlin.lab.plan.AssayPlan} is the seam: an assay's plan is one package and one line of
 * {@link org.kindlin.lab.plan.Planner}.
 */
package org.kindlin.lab.plan;
