/** Virtual dose matrices of two agents. */
package org.kindlin.lab.combination;
