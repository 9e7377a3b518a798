package io.tollgate.dataplane.template;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** {@code $util} (vtl.md 5). */
public final class UtilRoot implements TemplateRoot {
    static final UtilRoot ONLY = new UtilRoot();

    private UtilRoot() {}

    private static String text(@Nullable Object value) {
        return Printing.text(value);
    }

    /** Escapes as JavaScript text: also the single quote, as AWS does. */
    public String escapeJavaScript(@Nullable Object value) {
        String text = text(value);
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            escape(escaped, text.charAt(i));
        }
        return escaped.toString();
    }

    private static void escape(StringBuilder escaped, char c) {
        switch (c) {
            case '"' -> escaped.append("\\\"");
            case '\'' -> escaped.append("\\'");
            case '\\' -> escaped.append("\\\\");
            case '/' -> escaped.append("\\/");
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            case '\b' -> escaped.append("\\b");
            case '\f' -> escaped.append("\\f");
            default -> {
                if (c < ' ' || c > 0x7E) {
                    escaped.append(String.format("\\u%04X", (int) c));
                } else {
                    escaped.append(c);
                }
            }
        }
    }

    /** JSON text as a value; null if it is not JSON. */
    public @Nullable Object parseJson(@Nullable Object value) {
        return JsonValues.parse(text(value)).map(JsonValues.Parsed::value).orElse(null);
    }

    /** A text as a form value. */
    public String urlEncode(@Nullable Object value) {
        return URLEncoder.encode(text(value), StandardCharsets.UTF_8);
    }

    /** A form value as a text; a broken escape leaves it as it is. */
    public String urlDecode(@Nullable Object value) {
        try {
            return URLDecoder.decode(text(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text(value);
        }
    }

    /** A text's UTF-8 bytes in base 64. */
    public String base64Encode(@Nullable Object value) {
        return Base64.getEncoder().encodeToString(text(value).getBytes(StandardCharsets.UTF_8));
    }

    /** Base 64 as a UTF-8 text: also the alphabet of URLs, as in the parts of a JWT, and without padding. */
    public String base64Decode(@Nullable Object value) {
        String standard = text(value).replace('-', '+').replace('_', '/');
        try {
            return new String(Base64.getMimeDecoder().decode(standard), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new TemplateFailure("base64Decode: " + notBase64.getMessage());
        }
    }
}
