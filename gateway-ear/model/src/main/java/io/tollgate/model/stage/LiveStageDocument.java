package io.tollgate.model.stage;

import io.tollgate.model.restapi.ApiDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Everything a node needs to serve one stage.
 *
 * @param apiId the API's id
 * @param accountId the twelve-digit account
 * @param region the region's name
 * @param stage the stage's settings
 * @param definition the deployment's frozen API
 * @param canaryDefinition the canary's frozen API, or null if there is no canary or it has the same deployment
 * @param version grows with every change of the stage; a node shows it to say what it serves
 * @param cacheGeneration how often the stage's response cache was flushed
 * @param options what the stage's tags ask for beyond AWS
 */
public record LiveStageDocument(
        String apiId,
        String accountId,
        String region,
        Stage stage,
        ApiDefinition definition,
        @Nullable ApiDefinition canaryDefinition,
        long version,
        long cacheGeneration,
        StageOptions options) {}
