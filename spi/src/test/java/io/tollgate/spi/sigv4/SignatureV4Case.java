package io.tollgate.spi.sigv4;

import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One case of AWS's suite: a folder with a request ({@code .req}), its canonical form ({@code .creq}), the string to sign
 * ({@code .sts}), the Authorization field ({@code .authz}) and the signed request ({@code .sreq}).
 */
record SignatureV4Case(Path folder, String name) {

    static List<SignatureV4Case> all() {
        Path suite = Path.of("src/test/resources/sigv4-aws4_testsuite");
        try (Stream<Path> files = Files.walk(suite)) {
            return files.filter(file -> file.toString().endsWith(".creq"))
                    .map(Path::getParent)
                    .map(folder ->
                            new SignatureV4Case(folder, folder.getFileName().toString()))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(String ending) {
        try {
            return Files.readString(folder.resolve(name + "." + ending)).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The request as it is sent. */
    SignedRequest request() {
        return parse(text("sreq"));
    }

    /** What the signed request says about its signature. */
    Authorization authorization() {
        SignedRequest signed = request();
        signed.headers().set("Authorization", text("authz"));
        return Authorization.read(signed.headers(), QueryParameters.parse(signed.rawQuery()));
    }

    private static SignedRequest parse(String message) {
        int end = message.indexOf("\n\n");
        String body = end < 0 ? "" : message.substring(end + 2);
        String[] lines = (end < 0 ? message : message.substring(0, end)).split("\n(?![ \t])");
        String method = lines[0].substring(0, lines[0].indexOf(' '));
        String target = lines[0].substring(method.length() + 1, lines[0].lastIndexOf(' '));
        int question = target.indexOf('?');
        Headers headers = new Headers();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.add(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        return new SignedRequest(
                method,
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                headers,
                SignatureV4.hash(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return name;
    }
}
