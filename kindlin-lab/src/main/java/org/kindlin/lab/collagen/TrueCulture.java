package org.kindlin.lab.collagen;

/**
 * A culture of the virtual lab.
 *
 * @param name unique on the plate
 * @param nanomolar dose; zero is vehicle
 * @param soluble true collagen in its supernatant, in ug
 * @param insoluble true collagen in its cell layer, in ug
 * @param cells counted
 */
record TrueCulture(String name, double nanomolar, double soluble, double insoluble, long cells) {}
