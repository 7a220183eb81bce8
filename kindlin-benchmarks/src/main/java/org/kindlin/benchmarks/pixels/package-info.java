/** Images: backgrounds, densitometry and wounds beside ImageJ. */
package org.kindlin.benchmarks.pixels;
