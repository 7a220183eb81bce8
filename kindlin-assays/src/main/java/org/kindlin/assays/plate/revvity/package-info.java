/** Files of Revvity's (formerly PerkinElmer's) readers. */
package org.kindlin.assays.plate.revvity;
