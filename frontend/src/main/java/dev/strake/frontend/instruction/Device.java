package dev.strake.frontend.instruction;

/** A device that {@code RUN --device} asks for. */
public record Device(String name, boolean required) {}
