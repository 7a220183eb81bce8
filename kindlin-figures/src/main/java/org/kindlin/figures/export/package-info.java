/** Figures as PNG and PDF files. The only place of the module that touches a graphics toolkit. */
package org.kindlin.figures.export;
