package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;

class ReceiptCheckTest {
    private static final byte[] SECRET = "52.0907N 5.1214E iPhone".getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_photo_is_drawn_anew_and_tells_nothing_of_where_and_with_what_it_was_taken() throws IOException {
        byte[] photo = withExif(jpeg(300, 200), 1);
        assertThat(contains(photo, SECRET)).isTrue();

        NewReceipt taken = take("IMG_0001.JPG", photo);

        assertThat(taken.kind()).isEqualTo(ReceiptKind.JPEG);
        assertThat(contains(taken.content(), SECRET)).isFalse();
        assertThat(contains(taken.content(), "Exif".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(size(taken)).isEqualTo("300x200");
    }

    @Test
    void a_telephone_that_was_held_upright_gives_an_upright_picture() throws IOException {
        for (int turn = 1; turn <= 8; turn++) {
            NewReceipt taken = take("a.jpg", withExif(jpeg(300, 200), turn));
            assertThat(size(taken)).as("turn " + turn).isEqualTo(turn > 4 ? "200x300" : "300x200");
            // the red corner, top left as the lens saw it, goes where it belongs
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(taken.content()));
            boolean right = turn == 2 || turn == 3 || turn == 6 || turn == 7;
            boolean below = turn == 3 || turn == 4 || turn == 7 || turn == 8;
            int x = right ? picture.getWidth() - 10 : 10;
            int y = below ? picture.getHeight() - 10 : 10;
            Color corner = new Color(picture.getRGB(x, y));
            assertThat(corner.getRed() - corner.getBlue()).as("turn " + turn).isGreaterThan(100);
        }
    }

    @Test
    void a_large_photo_becomes_as_large_as_a_screen_needs() throws IOException {
        assertThat(size(take("a.jpg", jpeg(4_500, 3_000)))).isEqualTo("2000x1333");
        assertThat(size(take("a.png", png(900, 5_000)))).isEqualTo("360x2000");
        assertThat(take("a.png", png(30, 20)).kind()).isEqualTo(ReceiptKind.PNG);
    }

    @Test
    void what_is_behind_the_end_of_a_picture_does_not_come_along() {
        byte[] script = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);

        NewReceipt taken = take("a.jpg", join(jpeg(40, 40), script));

        assertThat(contains(taken.content(), "<script>".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    @Test
    void another_kind_is_refused_whatever_its_name_says() {
        refused("kind", "bon.jpg", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        refused(
                "kind",
                "bon.png",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8));
        refused("kind", "bon.pdf", "GIF89a%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        refused("kind", "bon.pdf", join("<script>".getBytes(StandardCharsets.US_ASCII), pdf()));
        refused("kind", "bon.jpg", "PK\003\004".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void what_cannot_be_opened_is_refused() {
        byte[] photo = jpeg(600, 400);
        refused("broken", "half.jpg", Arrays.copyOf(photo, photo.length / 2));
        refused("broken", "start.jpg", Arrays.copyOf(photo, 20));
        byte[] picture = png(600, 400);
        refused("broken", "half.png", Arrays.copyOf(picture, picture.length / 2));
        refused("broken", "start.pdf", "%PDF-1.7\nhallo".getBytes(StandardCharsets.US_ASCII));
        refused(
                "broken",
                "html.jpg",
                join(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, "<html>".getBytes(StandardCharsets.US_ASCII)));
        refused("empty", "niets.jpg", new byte[0]);
    }

    @Test
    void noise_behind_a_good_beginning_never_fails_in_another_way() {
        Random random = new Random(85);
        for (int round = 0; round < 60; round++) {
            byte[] good = switch (round % 3) {
                case 0 -> jpeg(60, 40);
                case 1 -> png(60, 40);
                default -> pdf();
            };
            for (int i = 0; i < 12; i++) {
                good[10 + random.nextInt(good.length - 10)] = (byte) random.nextInt();
            }
            try {
                take("ruis", good);
            } catch (Refusal refusal) {
                assertThat(refusal.code()).startsWith("spending.error.receipt-");
            }
        }
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_opened() {
        byte[] large = Arrays.copyOf(jpeg(60, 40), 11 << 20);
        refused("large", "groot.jpg", large);
        refused("pixels", "bom.png", pngThatSays(60_000, 60_000));
        refused("pixels", "bom.png", pngThatSays(2_000_000, 51));
    }

    @Test
    void a_bill_as_pdf_stays_as_it_is() {
        NewReceipt taken = take("rekening.pdf", pdf());
        assertThat(taken.kind()).isEqualTo(ReceiptKind.PDF);
        assertThat(taken.content()).isEqualTo(pdf());
    }

    @Test
    void a_pdf_that_acts_or_hides_a_file_is_refused() {
        refused(
                "acts",
                "script.pdf",
                pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))));
        refused(
                "acts",
                "launch.pdf",
                pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch())));
        refused("acts", "page.pdf", pdf(document -> {
            COSDictionary actions = new COSDictionary();
            actions.setItem(COSName.O, new PDActionJavaScript("app.alert(1)"));
            document.getPage(0).getCOSObject().setItem(COSName.AA, actions);
        }));
        refused("acts", "file.pdf", pdf(ReceiptCheckTest::embedFile));
    }

    @Test
    void a_pdf_with_a_password_or_without_a_page_is_refused() {
        refused("locked", "slot.pdf", pdf(document -> protect(document, "open sesame")));
        refused("locked", "eigenaar.pdf", pdf(document -> protect(document, "")));
        refused("pages", "leeg.pdf", pdf(document -> document.removePage(0)));
    }

    @Test
    void a_pdf_that_would_burst_is_not_opened() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 220; i++) {
                out.write(nothing);
            }
        }
        byte[] bomb = join(
                ("%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.size()
                                + ">>\nstream\n")
                        .getBytes(StandardCharsets.US_ASCII),
                packed.toByteArray());
        refused("broken", "bom.pdf", join(bomb, "\nendstream\nendobj\n%%EOF".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void a_refusal_names_the_file_in_a_way_that_leads_nowhere() {
        assertThat(ReceiptCheck.shown("../../etc/passwd")).isEqualTo("passwd");
        assertThat(ReceiptCheck.shown("C:\\bonnen\\bon.jpg")).isEqualTo("bon.jpg");
        assertThat(ReceiptCheck.shown("bon.jpg\r\nSet-Cookie: a=b")).isEqualTo("bon.jpgSet-Cookie: a=b");
        assertThat(ReceiptCheck.shown("<b>bon</b>.jpg")).doesNotContain("<");
        assertThat(ReceiptCheck.shown("")).isEqualTo("?");
        assertThat(ReceiptCheck.shown("x".repeat(500))).hasSize(60);
        assertThatThrownBy(() -> take("map/bon.jpg", new byte[0]))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.text(Messages.DUTCH)).startsWith("bon.jpg is leeg"));
    }

    // ---- files

    private interface Change {
        void in(PDDocument document) throws IOException;
    }

    private static byte[] pdf() {
        return pdf(document -> document.getDocumentInformation().setTitle("Rekening"));
    }

    private static byte[] pdf(Change change) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.setDocumentId(1L);
            change.in(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void embedFile(PDDocument document) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("a.exe");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("a.exe", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    private static void protect(PDDocument document, String password) throws IOException {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
    }

    /** Blue, with a red corner at the top left. */
    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        return picture;
    }

    private static byte[] jpeg(int width, int height) {
        return written(picture(width, height), "jpeg");
    }

    private static byte[] png(int width, int height) {
        return written(picture(width, height), "png");
    }

    private static byte[] written(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a telephone writes it: how it was held, and a text that nobody should read. */
    private static byte[] withExif(byte[] jpeg, int turn) {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + SECRET.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) turn)
                .putShort((short) 0);
        exif.putInt(0).put(SECRET);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
        whole.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (2 + exif.capacity()));
        whole.put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return whole.array();
    }

    /** A few bytes that say they are a huge picture. */
    private static byte[] pngThatSays(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a});
        png.putInt(13).put(header.array()).putInt((int) crc.getValue());
        return join(png.array(), new byte[64]);
    }

    private static NewReceipt take(String name, byte[] content) {
        try {
            return ReceiptCheck.take(name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String size(NewReceipt taken) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(taken.content()));
        return picture.getWidth() + "x" + picture.getHeight();
    }

    private static void refused(String why, String name, byte[] content) {
        assertThatThrownBy(() -> take(name, content)).as(name).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).as(name).isEqualTo("spending.error.receipt-" + why);
            Messages.LOCALES.forEach(
                    locale -> assertThat(refusal.text(locale)).startsWith(name).doesNotContain("{"));
        });
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
