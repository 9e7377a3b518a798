package io.tollgate.controlplane.wire;

import io.tollgate.controlplane.credential.Credential;
import io.tollgate.controlplane.credential.Credentials;
import io.tollgate.model.error.ApiException.IncompleteSignatureException;
import io.tollgate.model.error.ApiException.InvalidSignatureException;
import io.tollgate.model.error.ApiException.MissingAuthenticationTokenException;
import io.tollgate.model.error.ApiException.UnrecognizedClientException;
import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.sigv4.Authorization;
import io.tollgate.spi.sigv4.SignatureV4;
import io.tollgate.spi.sigv4.SignedRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Checks the signature of a management call, in the header or in the query. Thread-safe. */
@ApplicationScoped
public class Authentication {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SERVICE = "apigateway";

    private final Credentials credentials;
    private final Clock clock;
    private final SignatureV4 signatures = new SignatureV4();

    /** Checks against these keys. */
    @Inject
    public Authentication(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** The id of the key that signed the call; a call that is not signed as it must be is refused in AWS's words. */
    public String accessKeyOf(String method, String rawPath, String rawQuery, Headers headers, byte[] body) {
        QueryParameters query = QueryParameters.parse(rawQuery);
        if (!Authorization.isPresent(headers, query)) {
            throw new MissingAuthenticationTokenException();
        }
        Authorization authorization = read(headers, query);
        Optional<Credential> credential = credentials.find(authorization.accessKeyId());
        if (credential.isEmpty()) {
            throw new UnrecognizedClientException();
        }
        checkScope(authorization);
        checkTime(authorization);
        checkSignature(authorization, credential.get(), method, rawPath, rawQuery, headers, body);
        return authorization.accessKeyId();
    }

    private static Authorization read(Headers headers, QueryParameters query) {
        try {
            return Authorization.read(headers, query);
        } catch (IllegalArgumentException incomplete) {
            throw new IncompleteSignatureException(String.valueOf(incomplete.getMessage()));
        }
    }

    private static void checkScope(Authorization authorization) {
        if (!SERVICE.equals(authorization.scope().service())) {
            throw new InvalidSignatureException("Credential should be scoped to correct service: '" + SERVICE + "'. ");
        }
        if (!authorization.time().startsWith(authorization.scope().date())) {
            throw new InvalidSignatureException(
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                            + authorization.scope().date() + "' != '" + authorization.time() + "', from '"
                            + authorization.time() + "'.");
        }
        if (!authorization.signedHeaders().contains("host")) {
            throw new InvalidSignatureException(
                    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private void checkTime(Authorization authorization) {
        Instant signed = parse(authorization.time());
        Instant now = clock.instant();
        Duration good =
                authorization.expiresSeconds() > 0 ? Duration.ofSeconds(authorization.expiresSeconds()) : TOLERANCE;
        if (signed.plus(good).isBefore(now)) {
            throw new InvalidSignatureException("Signature expired: " + authorization.time() + " is now earlier than "
                    + format(now.minus(good)) + " (" + format(now) + " - " + minutes(good) + ")");
        }
        if (signed.minus(TOLERANCE).isAfter(now)) {
            throw new InvalidSignatureException("Signature not yet current: " + authorization.time()
                    + " is still later than " + format(now.plus(TOLERANCE)) + " (" + format(now) + " + 5 min.)");
        }
    }

    private static String minutes(Duration duration) {
        return duration.toMinutes() + " min.";
    }

    private static Instant parse(String time) {
        try {
            return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException malformed) {
            throw new IncompleteSignatureException("Date must be in ISO-8601 'basic format'. Got '" + time
                    + "'. See http://en.wikipedia.org/wiki/ISO_8601");
        }
    }

    private static String format(Instant instant) {
        return TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private void checkSignature(
            Authorization authorization,
            Credential credential,
            String method,
            String rawPath,
            String rawQuery,
            Headers headers,
            byte[] body) {
        String announced = headers.get("x-amz-content-sha256");
        boolean unsigned = SignatureV4.UNSIGNED_PAYLOAD.equals(announced);
        String hash = unsigned ? SignatureV4.UNSIGNED_PAYLOAD : SignatureV4.hash(body);
        SignedRequest request = new SignedRequest(method, rawPath, rawQuery, headers, hash);
        String canonical = signatures.canonicalRequest(request, authorization.signedHeaders());
        String toSign = signatures.stringToSign(canonical, authorization.time(), authorization.scope());
        String expected = signatures.signature(credential.secretAccessKey(), authorization.scope(), toSign);
        if (!SignatureV4.same(expected, authorization.signature())) {
            throw new InvalidSignatureException("The request signature we calculated does not match the signature you"
                    + " provided. Check your AWS Secret Access Key and signing method. Consult the service"
                    + " documentation for details.");
        }
    }
}
