/** Virtual microscopy of focal adhesions: films whose rates are known, and stills in two channels. */
package org.kindlin.lab.adhesion;
