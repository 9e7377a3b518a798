package io.tollgate.controlplane.stage;

/** A noun that names stages and must let go of one that is deleted. */
@FunctionalInterface
public interface StagePart {

    /** The stage is being deleted in the running transaction. */
    void stageDeleted(String apiId, String stageName);
}
