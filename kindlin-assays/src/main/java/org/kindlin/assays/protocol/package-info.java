/** Protocol keys: how a parameter is named, typed, defaulted, validated and reported. */
package org.kindlin.assays.protocol;
