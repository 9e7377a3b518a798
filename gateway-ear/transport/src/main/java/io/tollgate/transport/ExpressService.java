package io.tollgate.transport;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Incoming;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the connections of one listener share.
 *
 * @param settings what is accepted
 * @param handler answers requests; its stage must not fail
 * @param ending whether every answer shall be the last on its connection
 */
record ExpressService(
        ExpressSettings settings, Function<Incoming, CompletionStage<Answer>> handler, AtomicBoolean ending) {
    private static final Logger LOG = LoggerFactory.getLogger(ExpressListener.class);

    /** A connection failed in a way that nobody foresaw, or the network did. */
    void broken(Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("a client's connection broke", cause);
        } else {
            LOG.error("a client's connection failed", cause);
        }
    }

    /** An answer could not be written as it was given. */
    void unwritable(Throwable cause) {
        LOG.error("an answer cannot be written", cause);
    }
}
