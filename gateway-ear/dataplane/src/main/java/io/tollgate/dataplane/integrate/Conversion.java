package io.tollgate.dataplane.integrate;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What happens to content between client and integration: the tables of features 9.8. */
enum Conversion {
    /** Nothing. */
    NONE,
    /** Bytes become base64 text. */
    ENCODE,
    /** Base64 text becomes bytes. */
    DECODE;

    private static final String TO_BINARY = "CONVERT_TO_BINARY";
    static final String TO_TEXT = "CONVERT_TO_TEXT";

    /** For a request whose content is binary or text. */
    static Conversion ofRequest(boolean binary, @Nullable String contentHandling) {
        if (binary) {
            return TO_TEXT.equals(contentHandling) ? ENCODE : NONE;
        }
        return TO_BINARY.equals(contentHandling) ? DECODE : NONE;
    }

    /** For a response whose content is binary or text, to a client that wants either. */
    static Conversion ofResponse(boolean binary, boolean wanted, @Nullable String contentHandling) {
        if (TO_BINARY.equals(contentHandling)) {
            return binary ? NONE : DECODE;
        }
        if (TO_TEXT.equals(contentHandling)) {
            return binary ? ENCODE : NONE;
        }
        if (binary) {
            return wanted ? NONE : ENCODE;
        }
        return wanted ? DECODE : NONE;
    }

    /** Converts content; null if it is to be decoded and is not base64. */
    byte @Nullable [] apply(byte[] content) {
        return switch (this) {
            case NONE -> content;
            case ENCODE -> Base64.getEncoder().encode(content);
            case DECODE -> isBase64(content) ? decoded(content) : null;
        };
    }

    private static byte @Nullable [] decoded(byte[] content) {
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException cutShort) {
            return null;
        }
    }

    /** The lenient decoder drops foreign characters, which would hide that this is no base64 at all. */
    private static boolean isBase64(byte[] content) {
        for (byte b : content) {
            boolean letter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
            if (!letter && b != '+' && b != '/' && b != '=' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }
}
