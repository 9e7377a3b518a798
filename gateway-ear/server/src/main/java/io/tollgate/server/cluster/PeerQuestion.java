package io.tollgate.server.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A plugin's question on its way to another node; there it is handed to the listener of its name. */
final class PeerQuestion implements Callable<byte @Nullable []>, HazelcastInstanceAware, Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String from;
    private final byte[] question;
    private transient @Nullable HazelcastInstance grid;

    PeerQuestion(String name, String from, byte[] question) {
        this.name = name;
        this.from = from;
        this.question = question;
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance here) {
        grid = here;
    }

    /** The listener's answer; null if there is none. */
    @Override
    public byte @Nullable [] call() {
        HazelcastInstance here = grid;
        Object peers = here == null ? null : here.getUserContext().get(GridPeers.NAME);
        return peers instanceof GridPeers known ? known.answer(name, from, question) : null;
    }
}
