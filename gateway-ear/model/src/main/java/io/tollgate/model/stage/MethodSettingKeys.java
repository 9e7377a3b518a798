package io.tollgate.model.stage;

/**
 * The names under which a stage keeps method settings: {@code {path}/{verb}}, as they came in a patch path. A path's first
 * slash may be missing, and its slashes may be escaped as {@code ~1}; all spellings mean the same method (features 4.2).
 */
public final class MethodSettingKeys {

    private MethodSettingKeys() {}

    /** One spelling for all: the path without its first slash and without escapes, a slash, the verb. */
    public static String plain(String key) {
        String path = key.replace("~1", "/").replace("~0", "~");
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** Whether two keys mean the same method. */
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }
}
