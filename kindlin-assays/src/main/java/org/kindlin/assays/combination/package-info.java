/** Two agents together: whether they do more than they would without interaction, and by which meaning of that. */
package org.kindlin.assays.combination;
