/** The models that come with Kindlin, as Antimony text. */
package org.kindlin.mechanism.library;
