/** SBML, Level 2 Version 1 to Level 3 Version 2 core: read into and written from {@code org.kindlin.mechanism.model}. */
package org.kindlin.mechanism.sbml;
