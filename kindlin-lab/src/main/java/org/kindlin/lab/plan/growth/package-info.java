/** Planning a tumour growth study: who is enrolled, who gets what, how much, and what the study will be able to show. */
package org.kindlin.lab.plan.growth;
