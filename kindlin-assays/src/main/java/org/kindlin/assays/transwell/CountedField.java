package org.kindlin.assays.transwell;

/** A field and the cells on it. */
record CountedField(TranswellData.Field field, CellCounter.Cells cells) {}
