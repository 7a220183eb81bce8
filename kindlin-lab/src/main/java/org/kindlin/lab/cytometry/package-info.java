/** Virtual flow cytometry: FCS files of cells whose populations, markers and spillover are known. */
package org.kindlin.lab.cytometry;
