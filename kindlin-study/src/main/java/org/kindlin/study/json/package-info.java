/** The published form of an analysis: JSON text of an {@code AnalysisDocument}, and the schema it is valid under. */
package org.kindlin.study.json;
