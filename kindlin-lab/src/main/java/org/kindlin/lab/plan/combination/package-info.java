/** Plans of two agents in every pair of doses. */
package org.kindlin.lab.plan.combination;
