package io.tollgate.dataplane.cache;

import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Encrypts cached answers, fields and body, with AES-256-GCM bound to their key. Thread-safe. */
public final class EntrySeal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** A seal with a key of 32 bytes. */
    public EntrySeal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The answer as a cache may hold it. */
    CachedResponse seal(String name, CachedResponse response) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            bytes.write(nonce);
            bytes.write(cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(written(response)));
            return new CachedResponse(0, new Headers(), bytes.toByteArray(), response.storedAtMillis());
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a cached answer cannot be encrypted", impossible);
        }
    }

    /** The answer in clear; null if it was sealed with another key or for another name. */
    @Nullable CachedResponse open(String name, CachedResponse sealed) {
        byte[] content = sealed.body();
        if (content.length < NONCE + TAG_BITS / 8) {
            return null;
        }
        try {
            byte[] nonce = Arrays.copyOf(content, NONCE);
            byte[] clear = cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(content, NONCE, content.length - NONCE);
            return read(clear, sealed.storedAtMillis());
        } catch (GeneralSecurityException | IOException foreign) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] written(CachedResponse response) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(response.body().length + 512);
        DataOutputStream out = new DataOutputStream(bytes);
        Headers headers = response.headers();
        out.writeInt(response.status());
        out.writeInt(headers.size());
        for (int i = 0; i < headers.size(); i++) {
            write(out, headers.name(i));
            write(out, headers.value(i));
        }
        out.write(response.body());
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static CachedResponse read(byte[] clear, long storedAt) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(clear));
        int status = in.readInt();
        Headers headers = new Headers();
        for (int left = in.readInt(); left > 0; left--) {
            headers.add(text(in), text(in));
        }
        return new CachedResponse(status, headers, in.readAllBytes(), storedAt);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
