/** Questions that the models answer: each with a table, a figure, and the spread that the priors leave. */
package org.kindlin.mechanism.question;
