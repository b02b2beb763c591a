package dev.strake.frontend.subrequest;

/** The ids of the subrequests. */
public final class Subrequests {

  public static final String DESCRIBE = "frontend.subrequests.describe";
  public static final String OUTLINE = "frontend.outline";
  public static final String TARGETS = "frontend.targets";
  public static final String LINT = "frontend.lint";
  public static final String CONVERT_LLB = "frontend.convertllb";

  static final String VERSION = "version";
  static final String JSON = "result.json";
  static final String TEXT = "result.txt";
  static final String STATUS = "result.statuscode";

  private Subrequests() {}
}
