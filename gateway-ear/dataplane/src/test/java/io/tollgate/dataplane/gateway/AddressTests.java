package io.tollgate.dataplane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTests {

    @ParameterizedTest
    @CsvSource({
        "abc123.execute-api.localhost:8000, /prod/pets/7, abc123, prod, /pets/7",
        "abc123.execute-api.eu-west-1.amazonaws.com, /prod, abc123, prod, /",
        "abc123.execute-api.localhost, /prod/, abc123, prod, /",
        "abc123.execute-api.localhost, /, abc123, '', /",
        "abc123.execute-api.localhost, /prod//pets//7, abc123, prod, /pets//7",
        "127.0.0.1:8000, /_aws/execute-api/abc123/prod/pets, abc123, prod, /pets",
        "127.0.0.1:8000, /_aws/execute-api/abc123, abc123, '', /"
    })
    void host_or_path_name_the_api_the_stage_and_the_resource(
            String host, String path, String api, String stage, String resource) {
        Address address = Address.of(host, path);
        assertThat(address).isNotNull();
        assertThat(address.apiId()).isEqualTo(api);
        assertThat(address.stage()).isEqualTo(stage);
        assertThat(address.resourcePath()).isEqualTo(resource);
    }

    @Test
    void a_request_for_the_gateway_itself_is_no_address() {
        assertThat(Address.of("127.0.0.1:8080", "/restapis")).isNull();
        assertThat(Address.of(".execute-api.localhost", "/restapis")).isNull();
    }
}
