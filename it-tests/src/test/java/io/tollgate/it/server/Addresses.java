package io.tollgate.it.server;

import java.net.URI;
import java.nio.file.Path;

/** What a client has to know of a gateway, wherever it runs. */
public interface Addresses {

    /** The container listener: the management API, and APIs too. */
    URI container();

    /** The express listener: APIs. */
    URI express();

    /** The file with the root credential, profile {@code tollgate}. */
    Path credentials();
}
