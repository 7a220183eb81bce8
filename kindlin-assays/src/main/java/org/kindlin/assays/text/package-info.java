/** Text files that instruments and spreadsheets write: encoding, separator and decimal mark sniffed, faults with places. */
package org.kindlin.assays.text;
