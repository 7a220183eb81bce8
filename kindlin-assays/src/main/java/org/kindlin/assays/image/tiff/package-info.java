/** TIFF (revision 6.0 and BigTIFF) as laboratories meet it, with the scale and time that ImageJ and OME write into it. */
package org.kindlin.assays.image.tiff;
