package io.tollgate.model.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.model.restapi.EndpointConfiguration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A custom domain name (DomainName of the service model). Members of its edge or private endpoint and of its regional one
 * are null while it has no such endpoint.
 *
 * @param domainName the name, which may begin with {@code *.}
 * @param domainNameId tells private domains of one name apart; null for public ones
 * @param domainNameArn its ARN
 * @param certificateName edge and private: the certificate's name, or null
 * @param certificateArn edge and private: the certificate's ARN, or null
 * @param certificateUploadDate edge and private: since when it has that certificate
 * @param regionalDomainName regional: the name that DNS records point at
 * @param regionalHostedZoneId regional: that name's zone
 * @param regionalCertificateName regional: the certificate's name, or null
 * @param regionalCertificateArn regional: the certificate's ARN, or null
 * @param distributionDomainName edge: the name that DNS records point at
 * @param distributionHostedZoneId edge: that name's zone
 * @param endpointConfiguration its endpoint types; two while it moves from one to the other
 * @param domainNameStatus AVAILABLE
 * @param securityPolicy TLS versions and ciphers by AWS's names
 * @param endpointAccessMode BASIC or STRICT, or null
 * @param mutualTlsAuthentication what clients must show, or null
 * @param ownershipVerificationCertificateArn a certificate that proves who owns the name, or null
 * @param managementPolicy private: who may make access associations, or null
 * @param policy private: who may call, or null
 * @param routingMode how an API is found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DomainName(
        String domainName,
        @Nullable String domainNameId,
        String domainNameArn,
        @Nullable String certificateName,
        @Nullable String certificateArn,
        @Nullable Instant certificateUploadDate,
        @Nullable String regionalDomainName,
        @Nullable String regionalHostedZoneId,
        @Nullable String regionalCertificateName,
        @Nullable String regionalCertificateArn,
        @Nullable String distributionDomainName,
        @Nullable String distributionHostedZoneId,
        EndpointConfiguration endpointConfiguration,
        String domainNameStatus,
        String securityPolicy,
        @Nullable String endpointAccessMode,
        @Nullable MutualTlsAuthentication mutualTlsAuthentication,
        @Nullable String ownershipVerificationCertificateArn,
        @Nullable String managementPolicy,
        @Nullable String policy,
        String routingMode) {

    /** What tells this domain from others: names differ not in case alone, private ones of one name have ids. */
    public String key() {
        return key(domainName, domainNameId);
    }

    /** The key of a name and an id, which is null for public domains. */
    public static String key(String domainName, @Nullable String domainNameId) {
        String name = domainName.toLowerCase(Locale.ROOT);
        return domainNameId == null ? name : name + "+" + domainNameId;
    }
}
