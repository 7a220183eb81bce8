/**
 * What measurements say about the parameters of a model: likelihood with exact gradient, maximum by many starts, profile
 * likelihood, verdicts of identifiability.
 */
package org.kindlin.mechanism.inference;
