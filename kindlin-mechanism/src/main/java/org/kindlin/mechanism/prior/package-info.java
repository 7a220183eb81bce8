/** What is known of a model's parameters before data: ranges, evidence and sources, read from the remarks in its text. */
package org.kindlin.mechanism.prior;
