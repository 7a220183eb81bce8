/** The virtual lab: known truth in, instrument files out, through the noise a real bench adds. */
package org.kindlin.lab;
