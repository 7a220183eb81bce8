/** The command line: arguments in, exit code out; everything it does is done by the floors below. */
package org.kindlin.app;
