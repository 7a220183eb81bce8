/** Tables that say what pictures show. */
package org.kindlin.assays.image.layout;
