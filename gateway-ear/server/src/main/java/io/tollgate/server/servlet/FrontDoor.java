package io.tollgate.server.servlet;

import io.tollgate.dataplane.gateway.Gateway;
import io.tollgate.server.health.Readiness;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * The container listener: what is addressed to an API goes to the gateway, everything else goes on to the management API.
 * Requests that Payara lets through and should not are refused here.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST})
public class FrontDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Refusal ENDING = new Refusal(503, "Service Unavailable");

    private final transient Gateway gateway;
    private final transient ContainerLimits limits;
    private final transient RunningCalls running;
    private final transient Readiness readiness;

    /** Made by the container. */
    @Inject
    public FrontDoor(Gateway gateway, ContainerLimits limits, RunningCalls running, Readiness readiness) {
        this.gateway = gateway;
        this.limits = limits;
        this.running = running;
        this.readiness = readiness;
    }

    private void tellReadiness(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync(request, response);
        ServletAnswers.write(async, request, response, readiness.answer());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
        boolean forApi = gateway.isForApi(host, request.getRequestURI());
        if (!forApi && request.getRequestURI().equals(Readiness.PATH)) {
            tellReadiness(request, response);
            return;
        }
        if (readiness.isEnding()) {
            response.setHeader("Connection", "close");
        }
        Refusal refusal = running.refusesNew() ? ENDING : limits.check(request);
        if (refusal != null) {
            refusal.write(request, response);
            return;
        }
        if (!forApi) {
            running.begin();
            try {
                chain.doFilter(request, response);
            } finally {
                running.end();
            }
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        async.addListener(running);
        running.begin();
        gateway.handle(ServletRequests.incoming(request, host, limits.maxBodyBytes()))
                .thenAccept(answer -> ServletAnswers.write(async, request, response, answer));
    }
}
