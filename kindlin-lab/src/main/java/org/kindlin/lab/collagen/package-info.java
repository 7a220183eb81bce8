/** Virtual Sircol plates. */
package org.kindlin.lab.collagen;
