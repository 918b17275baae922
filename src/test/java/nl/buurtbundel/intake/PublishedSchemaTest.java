package nl.buurtbundel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Damages each published sample in every place and asks the reader and the published schema: they must agree. */
class PublishedSchemaTest {
    private static final Transformer WRITER = writer();

    /** Rules of the reader that a schema cannot express; they are asked only after the structure was found right. */
    private static final Set<String> BEYOND_THE_SCHEMA = Set.of(
            "bsn",
            "end-before-start",
            "other-municipality",
            "no-allocation-number",
            "total-differs",
            "specific-needs-volume",
            "specific-without-budget",
            "volume-needs-product",
            "nothing-allocated",
            "budget-needs-end-date",
            "weekly-needs-end-date",
            "trajectory-needs-end-date",
            "unit-not-by-the-day",
            "removed-needs-equal-dates");

    /** Values that are not used are checked for their place only: a strange initial is no reason to refuse an allocation. */
    private static final Set<String> USED = Set.of(
            "BerichtCode",
            "BerichtVersie",
            "BerichtSubversie",
            "Afzender",
            "Ontvanger",
            "Identificatie",
            "Dagtekening",
            "Bsn",
            "Datum",
            "Huisnummer",
            "Huisletter",
            "HuisnummerToevoeging",
            "Postcode",
            "ToewijzingNummer",
            "Categorie",
            "Code",
            "Toewijzingsdatum",
            "Toewijzingstijd",
            "Ingangsdatum",
            "Einddatum",
            "RedenWijziging",
            "Volume",
            "Eenheid",
            "Frequentie",
            "Budget",
            "Begindatum",
            "StatusAanlevering",
            "RedenBeeindiging",
            "TotaalBedrag",
            "Bedrag",
            "DebetCredit",
            "GeleverdVolume");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iwmo-3.2/WMO301",
                "iwmo-3.2/WMO305",
                "iwmo-3.2/WMO307",
                "iwmo-3.2/WMO323",
                "ijw-3.2/JW301",
                "ijw-3.2/JW305",
                "ijw-3.2/JW307",
                "ijw-3.2/JW323"
            })
    void the_reader_and_the_published_schema_agree_on_every_damage(String name) throws Exception {
        Path folder = TestMessages.shared().resolve("istandaarden");
        assumeTrue(Files.exists(folder.resolve(name + ".xml")), "the published schemas are not there");
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(folder.resolve(name + ".xsd").toFile());
        byte[] sample = Files.readAllBytes(folder.resolve(name + ".xml"));
        Document original = parse(sample);
        int elements = elements(original).size();
        List<String> disagreements = new ArrayList<>();
        for (int place = 1; place < elements; place++) {
            for (Damage damage : Damage.values()) {
                Document document = (Document) original.cloneNode(true);
                Element element = elements(document).get(place);
                String damagedName = element.getLocalName();
                boolean lenient = damage.isAboutText() && !USED.contains(damagedName);
                if (damage.apply(element)) {
                    byte[] damaged = bytes(document);
                    boolean valid = isValid(schema, damaged);
                    String verdict = verdict(damaged);
                    boolean taken = verdict.isEmpty() || BEYOND_THE_SCHEMA.contains(verdict);
                    if (valid ? !taken : taken && !lenient) {
                        disagreements.add(damage + " " + damagedName + ": schema says " + valid + ", reader says "
                                + (verdict.isEmpty() ? "fine" : verdict));
                    }
                }
            }
        }
        assertThat(disagreements).isEmpty();
    }

    private static boolean isValid(Schema schema, byte[] message) throws Exception {
        try {
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(message)));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    private static String verdict(byte[] message) {
        try {
            new MessageReader(new MunicipalityCode("GM0000"), IntakeLimits.DEFAULT)
                    .read("m.xml", new ByteArrayInputStream(message));
            return "";
        } catch (Refused refused) {
            return refused.items().get(0).code();
        }
    }

    private static Document parse(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(Document document) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    private static Transformer writer() {
        try {
            return TransformerFactory.newInstance().newTransformer();
        } catch (TransformerConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> elements(Document document) {
        NodeList nodes = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private enum Damage {
        REMOVE {
            @Override
            boolean apply(Element element) {
                element.getParentNode().removeChild(element);
                return true;
            }
        },
        REPEAT {
            @Override
            boolean apply(Element element) {
                element.getParentNode().insertBefore(element.cloneNode(true), element);
                return true;
            }
        },
        RENAME {
            @Override
            boolean apply(Element element) {
                element.getOwnerDocument().renameNode(element, element.getNamespaceURI(), element.getNodeName() + "x");
                return true;
            }
        },
        OTHER_NAMESPACE {
            @Override
            boolean apply(Element element) {
                element.getOwnerDocument().renameNode(element, "urn:other", "o:" + element.getLocalName());
                return true;
            }
        },
        SWAP {
            @Override
            boolean apply(Element element) {
                Node next = element.getNextSibling();
                while (next != null && next.getNodeType() != Node.ELEMENT_NODE) {
                    next = next.getNextSibling();
                }
                if (next == null || next.getNodeName().equals(element.getNodeName())) {
                    return false;
                }
                element.getParentNode().insertBefore(next, element);
                return true;
            }
        },
        EMPTY {
            @Override
            boolean apply(Element element) {
                element.setTextContent("");
                return true;
            }
        },
        LETTERS {
            @Override
            boolean apply(Element element) {
                return text(element, "xyz");
            }
        },
        HUGE {
            @Override
            boolean apply(Element element) {
                return text(element, "9".repeat(300));
            }
        },
        ZERO {
            @Override
            boolean apply(Element element) {
                return text(element, "0");
            }
        },
        NEGATIVE {
            @Override
            boolean apply(Element element) {
                return text(element, "-7");
            }
        },
        DATE_WITH_ZONE {
            @Override
            boolean apply(Element element) {
                return text(element, "2026-01-01Z");
            }
        };

        abstract boolean apply(Element element);

        boolean isAboutText() {
            return ordinal() >= LETTERS.ordinal();
        }

        static boolean text(Element element, String text) {
            if (element.getElementsByTagName("*").getLength() > 0) {
                return false;
            }
            element.setTextContent(text);
            return true;
        }
    }
}
