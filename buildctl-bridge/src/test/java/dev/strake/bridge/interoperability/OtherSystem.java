package dev.strake.bridge.interoperability;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The system that a test, or all of a class, is about; {@link SystemReport} makes a row of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface OtherSystem {

  String name();

  /** The programs that it needs. */
  String[] programs() default {};

  /** What cannot be run here, and why; empty where all can. */
  String limits() default "";
}
