/** Virtual migration through membranes: stained fields with their true counts, or absorbances. */
package org.kindlin.lab.transwell;
