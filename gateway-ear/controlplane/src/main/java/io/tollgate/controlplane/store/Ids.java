package io.tollgate.controlplane.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Makes ids of AWS's form: lower-case letters and digits. Thread-safe. */
@ApplicationScoped
public class Ids {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    /** Ten characters: APIs, keys, authorizers. */
    public String ten() {
        return make(10);
    }

    /** Six characters: resources, deployments, plans, models. */
    public String six() {
        return make(6);
    }

    /** Forty letters and digits of both cases: API key values. */
    public String keyValue() {
        String letters = LETTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        StringBuilder value = new StringBuilder(40);
        for (int i = 0; i < 40; i++) {
            value.append(letters.charAt(random.nextInt(letters.length())));
        }
        return value.toString();
    }

    private String make(int length) {
        StringBuilder id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
