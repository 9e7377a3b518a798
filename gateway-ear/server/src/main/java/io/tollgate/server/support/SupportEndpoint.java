package io.tollgate.server.support;

import io.tollgate.controlplane.support.SupportTable;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The support table, for everyone: it tells nothing of this installation. */
@Path("tollgate/support")
public class SupportEndpoint {
    private final SupportTable table;

    /** Made by the container for each request. */
    @Inject
    public SupportEndpoint(SupportTable table) {
        this.table = table;
    }

    /** For programs, and for whoever does not say what they want. */
    @GET
    @Produces("application/json")
    public String json() {
        return table.json();
    }

    /** For a repository. */
    @GET
    @Produces("text/markdown; charset=utf-8; qs=0.4")
    public String markdown() {
        return table.markdown();
    }

    /** For browsers. */
    @GET
    @Produces("text/html; charset=utf-8; qs=0.5")
    public String html() {
        return table.html();
    }
}
