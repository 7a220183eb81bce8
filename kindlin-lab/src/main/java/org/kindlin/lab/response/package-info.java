/** Trials with lesions whose response rates are known. */
package org.kindlin.lab.response;
