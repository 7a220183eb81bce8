/** Parameter estimation problems in the PEtab format, version 1: model, conditions, measurements, noise, priors. */
package org.kindlin.mechanism.petab;
