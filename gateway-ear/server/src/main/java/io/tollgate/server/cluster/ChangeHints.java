package io.tollgate.server.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.ChangeListener;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other nodes what this one has changed, and this one's listeners what others have. A hint may be lost: everybody
 * compares versions with the database as well.
 */
final class ChangeHints implements ChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeHints.class);

    private final ITopic<String> topic;
    private final List<ChangeListener> listeners;
    private final Executor executor;

    /** Hints for these listeners, which the executor calls. */
    ChangeHints(HazelcastInstance grid, List<ChangeListener> listeners, Executor executor) {
        this.listeners = List.copyOf(listeners);
        this.executor = executor;
        this.topic = grid.getTopic("tollgate.changes");
        topic.addMessageListener(this::received);
    }

    @Override
    public void changed(Change change) {
        try {
            var unused = topic.publishAsync(text(change));
        } catch (RuntimeException unreachable) {
            LOG.warn("other nodes hear of {} by their next poll only: {}", change, unreachable.toString());
        }
    }

    private void received(Message<String> message) {
        if (!message.getPublishingMember().localMember()) {
            Change change = change(message.getMessageObject());
            executor.execute(() -> listeners.forEach(listener -> listener.changed(change)));
        }
    }

    static String text(Change change) {
        return switch (change) {
            case Change.OfApi api -> "api " + api.apiId();
            // Flushing advances a number that is compared like a stage's version.
            case Change.CacheFlush flush -> "api " + flush.apiId();
            case Change.OfKey key -> "key " + key.keyId();
            case Change.OfPlan plan -> "plan " + plan.planId();
        };
    }

    static Change change(String text) {
        String id = text.substring(text.indexOf(' ') + 1);
        return switch (text.substring(0, Math.max(0, text.indexOf(' ')))) {
            case "api" -> new Change.OfApi(id);
            case "key" -> new Change.OfKey(id);
            case "plan" -> new Change.OfPlan(id);
            default -> throw new IllegalArgumentException("not a hint of this version: " + text);
        };
    }
}
