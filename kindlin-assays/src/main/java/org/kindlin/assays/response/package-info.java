/** Clinical response: from lesions by RECIST 1.1, from patients or from counts, to rates with intervals and durations. */
package org.kindlin.assays.response;
