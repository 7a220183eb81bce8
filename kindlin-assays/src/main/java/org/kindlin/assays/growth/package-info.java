/**
 * Tumour growth studies in animals: calipers, body weights and dropouts to growth rates, inhibition, combination effects and
 * responses, by a mixed model of log volume.
 */
package org.kindlin.assays.growth;
