/** YAML documents of plain text, lists and mappings. */
package org.kindlin.assays.yaml;
