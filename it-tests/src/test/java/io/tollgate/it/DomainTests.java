package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.BasePathMapping;
import software.amazon.awssdk.services.apigateway.model.CreateDomainNameResponse;
import software.amazon.awssdk.services.apigateway.model.EndpointType;
import software.amazon.awssdk.services.apigateway.model.GenerateClientCertificateResponse;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.SdkType;
import software.amazon.awssdk.services.apigateway.model.VpcLinkStatus;

/** What stands beside APIs, through AWS's SDK: domains, certificates, links, and copies. */
@ExtendWith(SharedTollgate.class)
class DomainTests {
    private final ApiGatewayClient client;

    DomainTests(RunningTollgate tollgate) {
        this.client = Sdk.of(tollgate);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aDomainLeadsToAStageThatCannotBeDeletedMeanwhile() {
        ApiUnderTest api =
                new ApiUnderTest(client, "mapped").mock("hello", "{}").deploy("live");
        String name = "*.mapped.example.com";
        CreateDomainNameResponse domain = client.createDomainName(create -> create.domainName(name)
                .regionalCertificateName("certificate")
                .endpointConfiguration(endpoint -> endpoint.types(EndpointType.REGIONAL))
                .tags(Map.of("team", "gate")));
        assertThat(client.getTags(get -> get.resourceArn(domain.domainNameArn()))
                        .tags())
                .containsEntry("team", "gate");
        client.createBasePathMapping(
                create -> create.domainName(name).restApiId(api.id()).stage("live"));
        client.createBasePathMapping(
                create -> create.domainName(name).restApiId(api.id()).basePath("v1"));
        assertThat(client.getBasePathMappingsPaginator(list -> list.domainName(name)).items().stream()
                        .map(BasePathMapping::basePath))
                .containsExactly("(none)", "v1");
        assertThatThrownBy(() -> client.deleteRestApi(delete -> delete.restApiId(api.id())))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Please remove all base path mappings");
        client.deleteBasePathMapping(delete -> delete.domainName(name).basePath("(none)"));
        assertThat(client.updateBasePathMapping(update -> update.domainName(name)
                                .basePath("v1")
                                .patchOperations(patch ->
                                        patch.op(Op.REPLACE).path("/stage").value("live")))
                        .stage())
                .isEqualTo("live");
        client.deleteDomainName(delete -> delete.domainName(name));
        client.deleteRestApi(delete -> delete.restApiId(api.id()));
        assertThatThrownBy(() -> client.getDomainName(get -> get.domainName(name)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aClientCertificateIsMadeAndReadBack() throws Exception {
        GenerateClientCertificateResponse made =
                client.generateClientCertificate(generate -> generate.description("d"));
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(made.pemEncodedCertificate().getBytes(StandardCharsets.US_ASCII)));
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(made.expirationDate());
        assertThat(client.getClientCertificatesPaginator().items())
                .anyMatch(one -> one.clientCertificateId().equals(made.clientCertificateId()));
        client.deleteClientCertificate(delete -> delete.clientCertificateId(made.clientCertificateId()));
    }

    @Test
    void aVpcLinkIsAvailableAtTheNextLook() {
        String target = "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/a/b";
        String id = client.createVpcLink(create -> create.name("link").targetArns(target))
                .id();
        assertThat(client.getVpcLink(get -> get.vpcLinkId(id)).status()).isEqualTo(VpcLinkStatus.AVAILABLE);
        client.deleteVpcLink(delete -> delete.vpcLinkId(id));
        assertThatThrownBy(() -> client.getVpcLink(get -> get.vpcLinkId(id))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anApiIsClonedItsModelsHaveTemplatesAndItsCachesAreFlushed() {
        ApiUnderTest api =
                new ApiUnderTest(client, "source").mock("hello", "{}").deploy("live");
        client.flushStageCache(flush -> flush.restApiId(api.id()).stageName("live"));
        client.flushStageAuthorizersCache(flush -> flush.restApiId(api.id()).stageName("live"));
        String copy = client.createRestApi(create -> create.name("copy").cloneFrom(api.id()))
                .id();
        assertThat(client.getResources(list -> list.restApiId(copy)).items()).hasSize(2);
        assertThat(client.getModelTemplate(get -> get.restApiId(copy).modelName("Empty"))
                        .value())
                .startsWith("#set($inputRoot = $input.path('$'))");
        client.deleteRestApi(delete -> delete.restApiId(copy));
        client.deleteRestApi(delete -> delete.restApiId(api.id()));
    }

    @Test
    void theTypesOfSdkAreListed() {
        assertThat(client.getSdkTypes(list -> {}).items().stream().map(SdkType::id))
                .contains("java", "javascript", "ruby");
        assertThat(client.getSdkType(get -> get.id("swift")).configurationProperties())
                .hasSize(1);
    }
}
