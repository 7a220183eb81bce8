/** What is wrong with an input, and where: one error type for every reader. */
package org.kindlin.fault;
