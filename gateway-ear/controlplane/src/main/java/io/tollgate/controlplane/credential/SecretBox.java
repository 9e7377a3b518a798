package io.tollgate.controlplane.credential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals short secrets with AES-256-GCM; each seal is bound to a label, so that rows cannot be swapped. Thread-safe. */
public final class SecretBox {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final KeyedHash hash;
    private final SecureRandom random = new SecureRandom();

    /** A box with a key of 32 bytes. */
    public SecretBox(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("the secret key must have 32 bytes, it has " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.hash = new KeyedHash(derived(key, "look-up"));
    }

    private static byte[] derived(byte[] key, String purpose) {
        return KeyedHash.mac(key).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** A key of 32 bytes for another purpose, derived from the box's. */
    public byte[] keyFor(String purpose) {
        return derived(key.getEncoded(), purpose);
    }

    /** The hash to look secrets up by; its key is derived from the box's. */
    public KeyedHash hash() {
        return hash;
    }

    /** Encrypts a secret for a label. */
    public String seal(String secret, String label) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), label);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * Decrypts what was sealed for a label.
     *
     * @throws IllegalStateException if the key is another one or the text was changed
     */
    public String open(String sealed, String label) {
        ByteBuffer parts = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] rest = new byte[parts.remaining()];
        parts.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, rest, label), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String label) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "a stored secret cannot be opened: the key in secret.key or TOLLGATE_SECRET_KEY is not the one that"
                            + " sealed it",
                    wrongKey);
        }
    }
}
