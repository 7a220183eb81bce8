/**
 * From a {@code Model} to functions of time, states and parameters in JVM bytecode: the equations as one graph with every
 * shared subexpression once, its exact derivatives, and the code made of it.
 */
package org.kindlin.mechanism.compile;
