package org.kindlin.assays.growth;

/** A study as read, with the roles of its arms. */
public record GrowthStudy(GrowthData data, ArmRoles roles) {}
