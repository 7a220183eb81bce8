/** Motion of points: shape of trajectories, persistent random walks, linking of detections. */
package org.kindlin.numerics.motion;
