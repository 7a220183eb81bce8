/** Virtual tracks of migrating cells. */
package org.kindlin.lab.tracks;
