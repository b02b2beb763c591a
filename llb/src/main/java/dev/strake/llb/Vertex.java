package dev.strake.llb;

/** A step of the graph. Immutable, compared by identity. */
public sealed interface Vertex
    permits SourceVertex,
        ExecVertex,
        FileVertex,
        MergeVertex,
        DiffVertex,
        BuildVertex,
        PassthroughVertex,
        LoadedVertex {

  Constraints constraints();
}
