package io.tollgate.server.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** The same on Payara's page {@code /health/ready}, for those who ask there. */
@ApplicationScoped
@org.eclipse.microprofile.health.Readiness
public class GatewayCheck implements HealthCheck {
    private final Readiness readiness;

    /** Made by the container. */
    @Inject
    public GatewayCheck(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("tollgate").status(readiness.isReady()).build();
    }
}
