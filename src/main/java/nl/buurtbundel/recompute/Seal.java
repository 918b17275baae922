package nl.buurtbundel.recompute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hash of the content, and the links of the audit chain that seal what was done. */
record Seal(Node whole, Report report) {
    private static final int FIRST_PLAIN = 0x20;

    void check() {
        report.part("Seal");
        report.equal("hash of the content", Hash.of(canonical(whole.get("content"))), whole.text("sha256"));
        long before = 0;
        List<Node> deeds = new ArrayList<>(whole.get("content").list("log"));
        deeds.sort((a, b) -> Long.compare(a.number("row"), b.number("row")));
        for (Node deed : deeds) {
            String what = "row " + deed.number("row") + " of the log, " + deed.text("action");
            if (deed.find("seal").isEmpty()) {
                report.holds(what, false, "not sealed yet when the file was taken out; take it out again");
                continue;
            }
            Node seal = deed.get("seal");
            String hash = Hash.of(seal.text("previous") + sealed(deed));
            report.holds(
                    what + " is link " + seal.number("link") + " of the chain",
                    hash.equals(seal.text("hash")),
                    "the link says " + seal.text("hash") + ", recomputed " + hash);
            before++;
        }
        report.holds("the log has rows", before > 0, "nothing seals this file");
    }

    /** What the product seals: each part with its length, so that parts cannot slide. */
    private static String sealed(Node deed) {
        Instant at = deed.instant("at");
        StringBuilder text = new StringBuilder();
        for (String part : List.of(
                Long.toString(deed.number("row")),
                Long.toString(at.toEpochMilli()),
                Integer.toString(at.getNano()),
                deed.find("actor").map(Node::number).map(String::valueOf).orElse("null"),
                deed.find("municipality").map(Node::text).orElse("null"),
                deed.text("action"),
                deed.text("subjectType"),
                deed.text("subject"),
                deed.find("onBehalfOf").map(Node::number).map(String::valueOf).orElse("null"),
                deed.text("details"))) {
            text.append(part.length()).append(':').append(part).append('|');
        }
        return text.toString();
    }

    /** RFC 8785, as far as it holds texts, whole numbers, true, false and null. */
    static String canonical(Node node) {
        Object value = node.value();
        if (value instanceof Map) {
            Map<String, Node> sorted = new TreeMap<>(node.members());
            List<String> members = new ArrayList<>();
            sorted.forEach((name, member) -> members.add(quoted(name) + ":" + canonical(member)));
            return "{" + String.join(",", members) + "}";
        }
        if (value instanceof List) {
            return "["
                    + String.join(
                            ",", node.items().stream().map(Seal::canonical).toList()) + "]";
        }
        if (value instanceof String words) {
            return quoted(words);
        }
        return node.isNothing() ? "null" : value.toString();
    }

    private static String quoted(String words) {
        StringBuilder text = new StringBuilder("\"");
        for (char letter : words.toCharArray()) {
            int known = "\"\\\b\f\n\r\t".indexOf(letter);
            if (known >= 0) {
                text.append('\\').append("\"\\bfnrt".charAt(known));
            } else if (letter < FIRST_PLAIN) {
                text.append(String.format("\\u%04x", (int) letter));
            } else {
                text.append(letter);
            }
        }
        return text.append('"').toString();
    }
}
