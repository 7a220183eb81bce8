/** Networks as graphs for other programs: GraphML and SBGN process descriptions. */
package org.kindlin.mechanism.drawing;
