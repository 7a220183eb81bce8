/** Image files of any kind, found by content. */
package org.kindlin.assays.image.reader;
