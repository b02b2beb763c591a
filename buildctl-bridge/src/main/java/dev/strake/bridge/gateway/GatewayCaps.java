package dev.strake.bridge.gateway;

/** The gateway's capabilities that this client asks about, by their ids. */
final class GatewayCaps {

  static final String EVALUATE = "gateway.evaluate";
  static final String EVALUATE_IN_SOLVE = "gateway.solve.evaluate";
  static final String SOURCE_META_RESOLVER = "source.metaresolver";

  private GatewayCaps() {}
}
