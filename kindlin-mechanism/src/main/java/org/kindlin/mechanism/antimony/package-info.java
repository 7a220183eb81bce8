/**
 * Antimony, the text form of reaction networks that people write (Smith, Bergmann, Chandran and Sauro, Bioinformatics 2009,
 * 25:2452): reader and writer between text and {@link org.kindlin.mechanism.model.Model}.
 */
package org.kindlin.mechanism.antimony;
