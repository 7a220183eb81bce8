/** Time courses of compiled models: integration, events, delays, algebraic rules and fast reactions. */
package org.kindlin.mechanism.simulate;
