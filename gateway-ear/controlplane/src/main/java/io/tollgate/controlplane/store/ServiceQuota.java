package io.tollgate.controlplane.store;

import io.tollgate.model.error.ApiException;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.LimitExceededException;

/** What an account or an API can have at most: AWS's quotas (limits.md); operators may set others. */
public enum ServiceQuota {
    REGIONAL_APIS("regional-apis", 600, "Regional APIs for this account"),
    EDGE_APIS("edge-apis", 120, "Edge-optimized APIs for this account"),
    PRIVATE_APIS("private-apis", 600, "Private APIs for this account"),
    DOMAIN_NAMES("domain-names", 120, "Domain Names for this account"),
    PRIVATE_DOMAIN_NAMES("private-domain-names", 50, "Private Domain Names for this account"),
    ACCESS_ASSOCIATIONS("domain-name-access-associations", 100, "Domain Name Access Associations for this account"),
    API_KEYS("api-keys", 10_000, "API Keys for this account"),
    CLIENT_CERTIFICATES("client-certificates", 60, "Client Certificates for this account"),
    VPC_LINKS("vpc-links", 20, "Vpc Links for this account"),
    USAGE_PLANS("usage-plans", 300, "Usage Plans for this account"),
    USAGE_PLANS_PER_KEY("usage-plans-per-key", 10, "Usage Plans for this API Key"),
    METHOD_THROTTLES("method-throttles-per-stage-of-plan", 20, "") {
        @Override
        ApiException refusal(int most) {
            return new BadRequestException(
                    "An API Stage of a Usage Plan can have at most " + most + " method throttles");
        }
    },
    AUTHORIZERS("authorizers-per-api", 10, "Authorizers for this API"),
    REQUEST_VALIDATORS("request-validators-per-api", 20, "Request Validators for this API"),
    RESOURCES("resources-per-api", 300, "Resources for this API"),
    STAGES("stages-per-api", 10, "stages for this API"),
    DOCUMENTATION_PARTS("documentation-parts-per-api", 2000, "Documentation Parts for this API"),
    RESOURCE_POLICY_LENGTH("resource-policy-length", 8192, "") {
        @Override
        ApiException refusal(int most) {
            return new BadRequestException("A resource policy can have at most " + most + " characters");
        }
    };

    private final String key;
    private final int standard;
    private final String things;

    ServiceQuota(String key, int standard, String things) {
        this.key = key;
        this.standard = standard;
        this.things = things;
    }

    /** The setting that changes it: {@code tollgate.quota.} and its name. */
    public String key() {
        return "tollgate.quota." + key;
    }

    /** AWS's value. */
    public int standard() {
        return standard;
    }

    /** What is said to those who want more. */
    ApiException refusal(int most) {
        return new LimitExceededException("Maximum number of " + things + " has been reached. "
                + "Please contact AWS if you need additional "
                + things.substring(0, things.indexOf(" for this")) + ".");
    }
}
