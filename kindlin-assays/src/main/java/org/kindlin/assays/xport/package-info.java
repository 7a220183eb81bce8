/** SAS transport files, version 5: the form in which regulators and CDISC SEND packages exchange tables. */
package org.kindlin.assays.xport;
