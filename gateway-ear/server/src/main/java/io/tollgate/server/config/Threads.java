package io.tollgate.server.config;

import java.util.concurrent.ThreadFactory;

/**
 * Threads of the gateway's own. Their context is the web application, whoever made them: libraries that stand on the JVM's class
 * path find classes of ours by the thread's context only, and Hazelcast's threads have none of ours.
 */
public final class Threads {

    private Threads() {}

    /** A factory of daemon threads of this name. */
    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(work);
            thread.setContextClassLoader(Threads.class.getClassLoader());
            return thread;
        };
    }
}
