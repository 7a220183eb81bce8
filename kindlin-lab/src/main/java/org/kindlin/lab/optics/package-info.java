/** What stands between cells and their pictures: light, a lens, a camera; for every virtual microscope. */
package org.kindlin.lab.optics;
