package io.tollgate.model.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name under which a deployment is live, with its own settings. Tags are kept apart.
 *
 * @param deploymentId the deployment that is live
 * @param clientCertificateId the certificate shown to backends, or null
 * @param stageName letters, digits, hyphen and underscore, at most 128
 * @param description the description, or null
 * @param cacheClusterEnabled whether responses may be cached
 * @param cacheClusterSize the size in GB as AWS names it, or null
 * @param cacheClusterStatus NOT_AVAILABLE, AVAILABLE and so on
 * @param methodSettings settings by method key, {@code *}{@code /*} for all
 * @param variables stage variables, or null
 * @param documentationVersion the bound documentation version, or null
 * @param accessLogSettings access log settings, or null
 * @param canarySettings the canary, or null
 * @param tracingEnabled whether traces are started here
 * @param webAclArn the web ACL, or null
 * @param createdDate when it was made
 * @param lastUpdatedDate when it was last changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stage(
        String deploymentId,
        @Nullable String clientCertificateId,
        String stageName,
        @Nullable String description,
        boolean cacheClusterEnabled,
        @Nullable String cacheClusterSize,
        String cacheClusterStatus,
        Map<String, MethodSetting> methodSettings,
        @Nullable Map<String, String> variables,
        @Nullable String documentationVersion,
        @Nullable AccessLogSettings accessLogSettings,
        @Nullable CanarySettings canarySettings,
        boolean tracingEnabled,
        @Nullable String webAclArn,
        Instant createdDate,
        Instant lastUpdatedDate) {}
