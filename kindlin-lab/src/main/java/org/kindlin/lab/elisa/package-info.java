/** Virtual in-cell ELISA plates. */
package org.kindlin.lab.elisa;
