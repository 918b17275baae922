package nl.buurtbundel.browser;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The lock of a private room, made anew from what is told of it: PBKDF2 (RFC 8018) over the phrase with room and secret of the
 * link as salt, HKDF (RFC 5869), AES-GCM with room and revision locked in.
 */
record RoomLock(String phrase, String room, String secret) {
    private static final int ROUNDS = 600_000;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;

    /** @throws AEADBadTagException if the phrase or the link is another */
    String unlock(int revision, String nonce, String content) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(expanded("buurtbundel eigen plan tekst"), "AES"),
                new GCMParameterSpec(TAG_BITS, raw(nonce)));
        cipher.updateAAD((room + " " + revision).getBytes(StandardCharsets.UTF_8));
        return new String(cipher.doFinal(raw(content)), StandardCharsets.UTF_8).strip();
    }

    private byte[] expanded(String info) throws GeneralSecurityException {
        byte[] salt = new byte[32];
        System.arraycopy(raw(room), 0, salt, 0, 16);
        System.arraycopy(raw(secret), 0, salt, 16, 16);
        byte[] stretched = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(phrase.toCharArray(), salt, ROUNDS, KEY_BITS))
                .getEncoded();
        byte[] extracted = mac(new byte[32], stretched);
        return mac(extracted, (info + "\u0001").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] raw(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
