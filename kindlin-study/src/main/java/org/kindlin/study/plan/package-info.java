/** A plan on paper: JSON, plate map, dilutions, pick lists of liquid handlers, and the worksheet for the bench. */
package org.kindlin.study.plan;
