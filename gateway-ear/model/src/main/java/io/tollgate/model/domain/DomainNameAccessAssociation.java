package io.tollgate.model.domain;

/**
 * Who may call a private domain (DomainNameAccessAssociation of the service model).
 *
 * @param domainNameAccessAssociationArn its ARN
 * @param domainNameArn the domain's ARN
 * @param accessAssociationSourceType VPCE
 * @param accessAssociationSource the VPC endpoint's id
 */
public record DomainNameAccessAssociation(
        String domainNameAccessAssociationArn,
        String domainNameArn,
        String accessAssociationSourceType,
        String accessAssociationSource) {}
