package nl.buurtbundel.recompute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259) with its lines. Stricter where two readers could differ: no member twice, whole numbers only. */
final class JsonText {
    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 16;

    private final String text;
    private int at;
    private int line = 1;
    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    static Node read(String text) {
        JsonText reader = new JsonText(text);
        Node whole = reader.value("the file");
        reader.space();
        if (reader.at < text.length()) {
            throw reader.wrong("there is more behind the end");
        }
        return whole;
    }

    private Node value(String name) {
        space();
        int begin = line;
        if (++depth > DEEPEST) {
            throw wrong("too deep");
        }
        char next = peek();
        Object value = switch (next) {
            case '{' -> object(name);
            case '[' -> array(name);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", Node.NOTHING);
            default -> number(name);
        };
        depth--;
        return new Node(value, name, begin);
    }

    private Map<String, Node> object(String name) {
        Map<String, Node> members = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            space();
            String key = string();
            space();
            expect(':');
            String path = name.equals("the file") ? key : name + '.' + key;
            if (members.put(key, value(path)) != null) {
                throw wrong(path + " stands here twice");
            }
            space();
            if (peek() == '}') {
                at++;
                return members;
            }
            expect(',');
        }
    }

    private List<Node> array(String name) {
        List<Node> items = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return items;
        }
        while (true) {
            items.add(value(name + '[' + (items.size() + 1) + ']'));
            space();
            if (peek() == ']') {
                at++;
                return items;
            }
            expect(',');
        }
    }

    private String string() {
        expect('"');
        StringBuilder words = new StringBuilder();
        while (true) {
            char next = next();
            if (next == '"') {
                return words.toString();
            }
            if (next < ' ') {
                throw wrong("a text does not end");
            }
            words.append(next == '\\' ? escaped() : next);
        }
    }

    private char escaped() {
        char next = next();
        return switch (next) {
            case '"', '\\', '/' -> next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                String digits = "" + next() + next() + next() + next();
                if (!digits.matches("[0-9a-fA-F]{4}")) {
                    throw wrong("no such character: \\u" + digits);
                }
                yield (char) Integer.parseInt(digits, 16);
            }
            default -> throw wrong("no such escape: \\" + next);
        };
    }

    private Long number(String name) {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(begin, at);
        if (!digits.matches("-?(0|[1-9][0-9]*)") || digits.length() > LONGEST_NUMBER) {
            throw wrong(name + " is no whole number");
        }
        return Long.valueOf(digits);
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong("this is no JSON");
        }
        at += word.length();
        return meaning;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            if (text.charAt(at) == '\n') {
                line++;
            }
            at++;
        }
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong("“" + wanted + "” is missing");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the file ends too early");
        }
        return text.charAt(at);
    }

    private char next() {
        char next = peek();
        at++;
        return next;
    }

    private Unreadable wrong(String what) {
        return new Unreadable(line, what);
    }
}
