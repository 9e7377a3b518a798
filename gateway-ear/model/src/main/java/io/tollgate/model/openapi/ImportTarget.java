package io.tollgate.model.openapi;

/**
 * The API that a document is imported into.
 *
 * @param apiId the API's id
 * @param accountId the twelve-digit account
 * @param region the region's name
 * @param partition the partition, usually {@code aws}
 */
public record ImportTarget(String apiId, String accountId, String region, String partition) {

    /** A target in the partition {@code aws}. */
    public static ImportTarget of(String apiId, String accountId, String region) {
        return new ImportTarget(apiId, accountId, region, "aws");
    }

    /** The API as callers' permissions name it. */
    public String executeApiArn() {
        return "arn:" + partition + ":execute-api:" + region + ":" + accountId + ":" + apiId;
    }

    /** What {@code $ref} to one of the API's models begins with. */
    public String modelPrefix() {
        return "https://apigateway.amazonaws.com/restapis/" + apiId + "/models/";
    }
}
