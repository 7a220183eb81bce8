/** Random courses of a reaction network: exact simulation of jumps, tau-leaping, jumps among continuous changes. */
package org.kindlin.mechanism.stochastic;
