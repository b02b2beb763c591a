package dev.strake.llb;

/** A device by its CDI name, such as {@code vendor.com/gpu=gpu1}. */
public record CdiDevice(String name, boolean optional) {}
