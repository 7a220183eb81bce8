/** Virtual cytometry of dividing cells. */
package org.kindlin.lab.proliferation;
