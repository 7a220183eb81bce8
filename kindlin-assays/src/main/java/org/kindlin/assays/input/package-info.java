/** Raw files as they came, with their hashes. */
package org.kindlin.assays.input;
