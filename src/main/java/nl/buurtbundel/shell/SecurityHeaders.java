package nl.buurtbundel.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Security headers for every response. Public pages get a policy without exceptions. Views get a nonce for scripts; Flow 24
 * itself still needs {@code unsafe-eval} and inline styles (its strict policy comes with version 25).
 */
final class SecurityHeaders {
    static final String NONCE = SecurityHeaders.class.getName() + ".nonce";

    private static final String PUBLIC_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** One page reckons in the browser with what somebody lives on: its script can send nothing anywhere. */
    private static final String RECKONING_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** One page locks what a circle writes before it sends it: its script comes from here and talks to here alone. */
    private static final String LOCKING_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final SecureRandom RANDOM = new SecureRandom();

    private SecurityHeaders() {}

    static void set(HttpServletRequest request, HttpServletResponse answer, String path) {
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        if (path.equals(PublicPages.PURSE) || path.equals("/portemonnee.js")) {
            answer.setHeader("Content-Security-Policy", RECKONING_POLICY);
        } else if (path.equals(PublicPages.OWN_PLAN) || path.equals("/eigen-plan.js")) {
            answer.setHeader("Content-Security-Policy", LOCKING_POLICY);
        } else if (isPublic(path)) {
            answer.setHeader("Content-Security-Policy", PUBLIC_POLICY);
        } else {
            String nonce = nonce();
            request.setAttribute(NONCE, nonce);
            answer.setHeader("Content-Security-Policy", viewPolicy(nonce));
            if (!path.startsWith("/VAADIN/")) {
                answer.setHeader("Cache-Control", "no-store");
            }
        }
    }

    private static boolean isPublic(String path) {
        return path.equals("/openbaar")
                || path.startsWith("/openbaar/")
                || path.equals("/basis.css")
                || path.equals("/openbaar.css")
                || path.equals(LoginServlet.PATH)
                || path.equals(LoginServlet.LOGOUT)
                || path.equals(DemoNeighbours.PATH);
    }

    private static String viewPolicy(String nonce) {
        return "default-src 'self'; script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval';"
                + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
                + " form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'";
    }

    private static String nonce() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
