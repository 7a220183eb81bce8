/** Images as instruments write them: planes of samples untouched by display settings, with scale and time where stated. */
package org.kindlin.assays.image;
