/** A whole study as an RO-Crate 1.1: data, protocol, results, figures, report and how each was made of the others. */
package org.kindlin.study.export.crate;
