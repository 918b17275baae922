package nl.buurtbundel.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** An element that was read and kept: its text or the children that were kept, in order. */
final class Element {
    private final String name;
    private final long line;
    private final String text;
    private final List<Element> children = new ArrayList<>(4);

    Element(String name, long line, String text) {
        this.name = name;
        this.line = line;
        this.text = text;
    }

    void add(Element child) {
        children.add(child);
    }

    long line() {
        return line;
    }

    String text() {
        return text;
    }

    Optional<Element> find(String child) {
        return children.stream().filter(c -> c.name.equals(child)).findFirst();
    }

    Element the(String child) {
        return find(child).orElseThrow(() -> new NoSuchElementException(child + " in " + name));
    }

    List<Element> all(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    Optional<String> findText(String child) {
        return find(child).map(Element::text);
    }

    String text(String child) {
        return the(child).text();
    }
}
