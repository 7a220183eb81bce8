/** Virtual western blots: a camera's pictures of lanes whose phosphorylation is known. */
package org.kindlin.lab.blot;
