/** Reaction networks as graphs for other tools: GraphML and SBGN-ML. */
package org.kindlin.mechanism.export;
