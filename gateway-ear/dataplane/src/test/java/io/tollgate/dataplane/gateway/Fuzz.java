package io.tollgate.dataplane.gateway;

import io.tollgate.spi.http.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random templates, bodies, paths and fields: from sensible to hostile. The same seed gives the same texts. */
final class Fuzz {
    private static final List<String> PIECES = List.of(
            "$input.json('$')",
            "$input.json(PATH)",
            "$input.path(PATH)",
            "$input.body",
            "$input.params()",
            "$input.params('id')",
            "$input.params('X-A')",
            "$util.escapeJavaScript($input.body)",
            "$util.parseJson($input.body)",
            "$util.urlEncode($x)$util.urlDecode($x)",
            "$util.base64Encode($x)$util.base64Decode($x)",
            "#set($x = $input.path(PATH))",
            "#set($x = $util.parseJson($input.body))",
            "#set($x = VALUE)",
            "#set($x.a = VALUE)",
            "#set($x[0] = VALUE)",
            "#set($y = $x)",
            "#set($x = $x + VALUE)",
            "#set($x = $x * 3 / 0 % 2 - VALUE)",
            "#set($x = \"$x$x\")",
            "#set($x = [$x, $x])",
            "#set($x = {\"a\": $x, \"b\": $x})",
            "#set($context.requestOverride.header.X = VALUE)",
            "#set($context.requestOverride.path.id = $x)",
            "#set($context.requestOverride.querystring = VALUE)",
            "#set($context.requestOverride = VALUE)",
            "#set($context.responseOverride.status = VALUE)",
            "#set($context.responseOverride.header = VALUE)",
            "#set($context.custom = VALUE)",
            "#foreach($i in $x)$i $foreach.count#if($foreach.hasNext),#end#end",
            "#foreach($i in [1..100])PIECE#end",
            "#foreach($e in $x.entrySet())$e.key=$e.value#end",
            "#foreach($e in $input.path(PATH))PIECE#end",
            "#foreach($e in $x)$x.add($e)#end",
            "#if($x == VALUE)PIECE#{else}PIECE#end",
            "#if($x.equals($y) && $x.size() > 1 || !$y)PIECE#elseif($x < VALUE)PIECE#end",
            "$x.add($x)$x.add($y)",
            "$x.addAll($x)",
            "$x.put('k', $x)$x.putAll($x)",
            "$x.get(VALUE)$x.remove(VALUE)$x.contains(VALUE)",
            "$x.substring(VALUE)$x.substring(2, 1)",
            "$x.replaceAll('(a*)*b', VALUE)",
            "$x.split('')$x.matches('(x+x+)+y')",
            "$x.concat($x)$x.repeat(100000000)",
            "$x.hashCode()$x.iterator().next()",
            "$x.keySet().clear()$x.values()",
            "$x.subList(0, 5)$x.listIterator(VALUE)",
            "$x.toString().length()",
            "$x.class.classLoader$x.getClass()",
            "#macro(m $a)$a#m($a)#end#m($x)",
            "#define($d)$d#end$d",
            "#stop",
            "#break",
            "#[[ $x ]]#",
            "## comment\n",
            "#* comment *#",
            "$context.identity.sourceIp$context.authorizer.claims",
            "$stageVariables.nothing$!{x.y.z}",
            "{\"statusCode\": 200}",
            "\u0000\uFFFF\uD83D\uDE00\uD800",
            "${",
            "#if(",
            "#end",
            "\\$x \\\\$x",
            "$x.");
    private static final List<String> STEPS = List.of(
            ".a",
            "['a']",
            "[0]",
            "[-1]",
            "[*]",
            "..*",
            "..a",
            "..['a','b']",
            "[0:2]",
            "[?(@.a)]",
            "[?(@.a > 1)]",
            "[?(@.a =~ /(x+x+)+y/)]",
            ".length()",
            ".sum()",
            ".keys()",
            "[",
            "..",
            "[?(",
            "[(@.length-1)]",
            "['']",
            "[99999999999]",
            ".é",
            "[?(@..* == $..*)]");
    private static final List<String> VALUES = List.of(
            "1",
            "-1",
            "2147483648",
            "99999999999999999999",
            "1.5",
            "1e400",
            "'text'",
            "\"$x\"",
            "true",
            "$null",
            "[]",
            "{}",
            "[1, 2, 3]",
            "[1..50]",
            "[$x]",
            "{\"a\": 1}",
            "$y",
            "$x",
            "444",
            "'444'",
            "$input.path('$')",
            "''");

    private final Random random;

    Fuzz(long seed) {
        this.random = new Random(seed);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String jsonPath() {
        StringBuilder path = new StringBuilder(random.nextInt(9) == 0 ? "" : "$");
        for (int i = random.nextInt(5); i > 0; i--) {
            path.append(random.nextInt(4) == 0 ? "..*" : one(STEPS));
        }
        return path.toString();
    }

    private String piece(int depth) {
        String piece = depth > 3 ? "$x" : one(PIECES);
        while (piece.contains("PIECE")) {
            piece = piece.replaceFirst("PIECE", java.util.regex.Matcher.quoteReplacement(piece(depth + 1)));
        }
        while (piece.contains("VALUE")) {
            piece = piece.replaceFirst("VALUE", java.util.regex.Matcher.quoteReplacement(one(VALUES)));
        }
        return piece.replace("PATH", random.nextInt(9) == 0 ? "$x" : "\"" + jsonPath() + "\"");
    }

    String template() {
        StringBuilder template = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            template.append(piece(0)).append(random.nextInt(3) == 0 ? "\n" : "");
        }
        return template.toString();
    }

    String mapping() {
        return switch (random.nextInt(4)) {
            case 0 -> "method.request.body." + jsonPath().replaceFirst("^\\$\\.?", "");
            case 1 -> "method.request.header.X-A";
            case 2 -> "method.request.querystring.q";
            default -> "context.requestId";
        };
    }

    private String json(int depth) {
        return switch (random.nextInt(depth > 5 ? 7 : 10)) {
            case 0 -> "null";
            case 1 -> Integer.toString(random.nextInt());
            case 2 -> random.nextLong() + "." + random.nextInt(1000) + "e" + random.nextInt(-400, 400);
            case 3 -> "\"" + "x".repeat(random.nextInt(40)) + "\"";
            case 4 -> "\"\\u00e9\\ud800\\\"\"";
            case 5 -> "true";
            case 6 -> "1" + "0".repeat(random.nextInt(1200));
            case 7 -> "[" + String.join(",", several(depth)) + "]";
            default ->
                "{"
                        + String.join(
                                ",",
                                several(depth).stream()
                                        .map(value -> "\"" + (char) ('a' + random.nextInt(4)) + "\": " + value)
                                        .toList())
                        + "}";
        };
    }

    private List<String> several(int depth) {
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            values.add(json(depth + 1));
        }
        return values;
    }

    Body body(boolean large) {
        int kind = random.nextInt(large ? 16 : 14);
        return switch (kind) {
            case 0 -> Body.EMPTY;
            case 1 -> text("not json");
            case 2 -> text(json(0) + json(0));
            case 3 -> cut(text(json(0)));
            case 4 -> random(random.nextInt(200));
            case 5 -> text("[".repeat(10_000) + "]".repeat(10_000));
            case 6 -> text("{\"a\":".repeat(400) + "1" + "}".repeat(400));
            case 7 -> text("[" + "{\"a\":[1,2,{\"b\":3}]},".repeat(random.nextInt(3000)) + "0]");
            case 8 -> text("{\"a\": " + "9".repeat(20_000) + "}");
            case 14 -> text("[" + "{},".repeat(3_000_000) + "0]");
            case 15 -> Body.of(new byte[10_485_761]);
            default -> text(json(0));
        };
    }

    private static Body text(String text) {
        return Body.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Body cut(Body whole) {
        byte[] bytes = ((Body.BytesBody) whole).bytes();
        return Body.of(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    private Body random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Body.of(bytes);
    }

    String path() {
        StringBuilder path = new StringBuilder("/test/fuzz/");
        for (int i = random.nextInt(20); i > 0; i--) {
            path.append(
                    one(List.of("a", "/", "%2F", "%", "%zz", "é", "..", ";", "{", "+", "%00", "$", "\\", "//", "%C3")));
        }
        return path.append(
                        random.nextBoolean()
                                ? ""
                                : "?q=" + one(List.of("", "%", "%zz", "a&q=b", "é", "+", "a;b=c", "&&=", "%00")))
                .toString();
    }

    String[] headers() {
        return new String[] {
            "Content-Type",
            one(List.of("application/json", "APPLICATION/JSON; charset=x", "", ";", "text/plain", "a/b/c")),
            "Accept",
            one(List.of("*/*", "", "application/json;q=x", ",", "image/png")),
            "X-A",
            one(List.of("", "é", "\t", "x".repeat(8000), "${x}", "{\"a\":1}"))
        };
    }

    String schema() {
        return one(List.of(
                "{}",
                "{\"type\":\"object\",\"required\":[\"a\"]}",
                "{\"items\":{\"type\":\"string\"}}",
                "{\"pattern\":\"^(x+x+)+y$\"}",
                "{\"uniqueItems\":true}",
                "{\"properties\":{\"a\":{\"$ref\":\"#\"}},\"additionalProperties\":{\"$ref\":\"#\"},\"items\":{\"$ref\":\"#\"}}",
                "{\"multipleOf\":0.0001,\"maximum\":1e300}"));
    }
}
