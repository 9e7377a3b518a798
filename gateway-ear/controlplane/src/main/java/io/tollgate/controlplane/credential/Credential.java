package io.tollgate.controlplane.credential;

/**
 * An access key in clear; it lives in memory only and is never logged.
 *
 * @param accessKeyId twenty characters that begin with AKIA
 * @param secretAccessKey forty characters
 */
public record Credential(String accessKeyId, String secretAccessKey) {

    /** The id only. */
    @Override
    public String toString() {
        return "Credential[" + accessKeyId + "]";
    }
}
