package io.tollgate.model.openapi;

import java.util.function.Predicate;

/**
 * The API that a document is imported into.
 *
 * @param apiId the API's id
 * @param accountId the twelve-digit account
 * @param region the region's name
 * @param partition the partition, usually {@code aws}
 * @param vpcLinkExists whether the account has a VPC link with this id
 */
public record ImportTarget(
        String apiId, String accountId, String region, String partition, Predicate<String> vpcLinkExists) {

    /** A target in the partition {@code aws}, whatever VPC links there are. */
    public static ImportTarget of(String apiId, String accountId, String region) {
        return new ImportTarget(apiId, accountId, region, "aws", id -> true);
    }

    /** This target with the VPC links of its account. */
    public ImportTarget withVpcLinks(Predicate<String> exists) {
        return new ImportTarget(apiId, accountId, region, partition, exists);
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
