/** The result vocabulary all assays share: estimates, tests, quality checks, warnings, provenance. */
package org.kindlin.assays.result;
