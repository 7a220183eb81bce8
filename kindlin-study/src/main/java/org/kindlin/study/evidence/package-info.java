/** The evidence ledger: what others have claimed, with where they said it, and how an estimate stands to it. */
package org.kindlin.study.evidence;
