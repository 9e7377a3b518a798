package io.tollgate.dataplane.live;

/**
 * One method compiled for test calls.
 *
 * @param stage a stage of its own that is not live
 * @param method the method
 */
public record LiveTest(LiveStage stage, LiveMethod method) implements AutoCloseable {

    @Override
    public void close() {
        stage.retire();
    }
}
