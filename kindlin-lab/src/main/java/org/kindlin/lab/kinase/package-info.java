/** Virtual ADP-Glo kinase plates. */
package org.kindlin.lab.kinase;
