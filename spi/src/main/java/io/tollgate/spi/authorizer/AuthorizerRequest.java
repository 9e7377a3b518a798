package io.tollgate.spi.authorizer;

import io.tollgate.spi.exchange.Exchange;
import java.util.List;

/**
 * A call to be decided.
 *
 * @param exchange the call
 * @param methodArn {@code arn:aws:execute-api:{region}:{account}:{api}/{stage}/{verb}/{path}} with the concrete path
 * @param identity the values of the identity sources, in their order
 * @param scopes the method's authorization scopes; empty if none are demanded
 */
public record AuthorizerRequest(Exchange exchange, String methodArn, List<String> identity, List<String> scopes) {

    /** Copies the lists. */
    public AuthorizerRequest {
        identity = List.copyOf(identity);
        scopes = List.copyOf(scopes);
    }
}
