/**
 * Allotrope Simple Model of plate-reader data (manifests {@code plate-reader/REC}, 2023 to 2025) as JSON, in and out.
 *
 * <p>Field names are those of the model's JSON schema; the documents that the converter allotropy (MIT) makes of vendor
 * exports are the reference.
 */
package org.kindlin.assays.plate.allotrope;
