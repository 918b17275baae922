package nl.buurtbundel.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.buurtbundel.foundation.UntrustedXml;
import nl.buurtbundel.provision.Law;

/**
 * Walks through the XML of one message along its grammar. Document types and entities are refused, everything is bounded, and
 * only what the grammar keeps stays in memory.
 */
final class MessageXml implements AutoCloseable {
    private static final Pattern NAMESPACE =
            Pattern.compile("http://www\\.istandaarden\\.nl/(iwmo|ijw)/([0-9]+)_([0-9]+)/(wmo|jw)([0-9]{3})/schema");
    private static final String VERSION = "3.2";
    private static final int BYTES_OF_A_CHARACTER = 4;
    private static final long READ_AHEAD = 64 << 10;

    private final String file;
    private final IntakeLimits limits;
    private final BoundedInput input;
    private final XMLStreamReader xml;
    private int depth;

    MessageXml(String file, InputStream in, IntakeLimits limits) {
        this.file = file;
        this.limits = limits;
        this.input = new BoundedInput(in, limits.messageBytes());
        allowOnePiece();
        try {
            this.xml = UntrustedXml.factory().createXMLStreamReader(input);
        } catch (XMLStreamException e) {
            throw broken(e, 1);
        }
    }

    /** Which message this is, by the namespace of its first element; the reader then stands on that element. */
    Type type() {
        next();
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        Matcher matcher = NAMESPACE.matcher(namespace);
        if (!"Bericht".equals(xml.getLocalName()) || !matcher.matches()) {
            throw refused(xml.getLocalName(), "not-a-message");
        }
        boolean wmo = "iwmo".equals(matcher.group(1));
        String standard = wmo ? "iWmo" : "iJw";
        String version = matcher.group(2) + '.' + matcher.group(3);
        if (!VERSION.equals(version)) {
            throw refused("Bericht", "other-version", standard, version);
        }
        if (wmo != "wmo".equals(matcher.group(4))) {
            throw refused("Bericht", "not-a-message");
        }
        MessageKind kind = MessageKind.find(matcher.group(5))
                .orElseThrow(() -> refused("Bericht", "other-message", standard, matcher.group(5)));
        return new Type(
                wmo ? Law.WMO : Law.JEUGDWET,
                kind,
                namespace,
                "http://www.istandaarden.nl/" + matcher.group(1) + "/3_2/basisschema/schema");
    }

    /** Reads the whole message; the reader stands on its first element. */
    Element read(Type type) {
        Part grammar = MessageGrammar.of(type.law(), type.kind());
        Element message = element(grammar, type, true);
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            throw refused(xml.getLocalName(), "unexpected-element", xml.getLocalName());
        }
        return message;
    }

    /** The digest over every byte; only after {@link #read}. */
    String digest() {
        input.allowAll();
        try {
            return input.finish();
        } catch (IOException e) {
            throw broken(e, line());
        }
    }

    private Element element(Part part, Type type, boolean kept) {
        if (++depth > limits.messageDepth()) {
            throw refused(part.name(), "too-deep", Integer.toString(limits.messageDepth()));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(xml.getAttributeNamespace(i))) {
                throw refused(part.name(), "unexpected-attribute", part.name());
            }
        }
        long line = line();
        Element element;
        if (part.check() != null) {
            String text = text(part);
            if (!part.check().test(text)) {
                throw new Refused(file, line, part.name(), "wrong-value", part.name());
            }
            element = new Element(part.name(), line, kept ? text.strip() : "");
        } else {
            element = new Element(part.name(), line, "");
            children(part, type, kept, element);
        }
        depth--;
        return element;
    }

    private void children(Part part, Type type, boolean kept, Element element) {
        int event = next();
        for (Part child : part.children()) {
            int count = 0;
            while (event == XMLStreamConstants.START_ELEMENT && isAt(child, type) && (count == 0 || child.repeats())) {
                boolean keep = kept && child.kept();
                Element read = element(child, type, keep);
                if (keep) {
                    element.add(read);
                }
                count++;
                event = next();
            }
            if (count == 0 && child.required()) {
                throw refused(child.name(), "missing-element", child.name(), part.name());
            }
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            throw refused(xml.getLocalName(), "unexpected-element", xml.getLocalName());
        }
    }

    private boolean isAt(Part part, Type type) {
        return part.name().equals(xml.getLocalName())
                && (part.inBase() ? type.baseNamespace() : type.namespace()).equals(xml.getNamespaceURI());
    }

    private String text(Part part) {
        StringBuilder text = new StringBuilder();
        try {
            int event = step();
            while (event != XMLStreamConstants.END_ELEMENT) {
                switch (event) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                        // means nothing in a message
                    }
                    case XMLStreamConstants.START_ELEMENT ->
                        throw refused(xml.getLocalName(), "unexpected-element", xml.getLocalName());
                    default -> throw refused(part.name(), "document-type");
                }
                if (text.length() > limits.elementCharacters()) {
                    throw refused(
                            part.name(), "text-too-long", part.name(), Integer.toString(limits.elementCharacters()));
                }
                event = step();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e, line());
        }
        return text.toString();
    }

    /** On to the next start or end of an element, or the end of the message; text in between may only be white space. */
    private int next() {
        try {
            while (true) {
                int event = step();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT,
                            XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.END_DOCUMENT -> {
                        return event;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw refused("", "document-type");
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!xml.isWhiteSpace()) {
                            throw refused("", "unexpected-text");
                        }
                    }
                    default -> {
                        // comments and processing instructions mean nothing in a message
                    }
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e, line());
        }
    }

    /** The parser may read on only so far to find the next event: it holds all of a comment before it tells of it. */
    private int step() throws XMLStreamException {
        allowOnePiece();
        return xml.next();
    }

    private void allowOnePiece() {
        input.allow(READ_AHEAD + (long) BYTES_OF_A_CHARACTER * limits.elementCharacters());
    }

    private long line() {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    private Refused refused(String field, String code, String... parameters) {
        return new Refused(file, line(), field, code, parameters);
    }

    /** The parser throws unchecked exceptions too on some broken input. */
    private Refused broken(Exception thrown, long line) {
        if (thrown instanceof Refused refused) {
            return refused;
        }
        if (BoundedInput.TooLarge.isBehind(thrown)) {
            return new Refused(file, line, "", "too-large", Long.toString(limits.messageBytes() >> 20));
        }
        if (BoundedInput.PieceTooLong.isBehind(thrown)) {
            return new Refused(file, line, "", "piece-too-long", Integer.toString(limits.elementCharacters()));
        }
        return new Refused(file, line, "", "not-well-formed");
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            // nothing was opened that could stay open: the stream belongs to the caller
        }
    }

    /** Which message it is and in which namespaces its names stand. */
    record Type(Law law, MessageKind kind, String namespace, String baseNamespace) {}
}
