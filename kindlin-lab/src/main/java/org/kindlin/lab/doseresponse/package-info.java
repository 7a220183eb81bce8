/** Virtual dose-response tables. */
package org.kindlin.lab.doseresponse;
