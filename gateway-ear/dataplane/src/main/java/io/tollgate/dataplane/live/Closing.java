package io.tollgate.dataplane.live;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what plugins made; a plugin that fails to close is named and harms nothing. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void all(List<AutoCloseable> resources) {
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception failed) {
                LOG.warn("{} could not be closed", resource.getClass().getName(), failed);
            }
        }
    }
}
