package nl.buurtbundel.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Small messages in own words, and where the real material lies. */
final class TestMessages {
    private TestMessages() {}

    static Path shared() {
        return Path.of(System.getProperty("shared.data", "../shared/data"));
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A youth allocation of 120 minutes a week. */
    static String allocation() {
        return allocation(
                "<a:Product><b:Categorie>45</b:Categorie><b:Code>45A04</b:Code></a:Product>",
                "<a:Einddatum>2026-12-31</a:Einddatum>",
                "<a:Omvang><b:Volume>120</b:Volume><b:Eenheid>01</b:Eenheid><b:Frequentie>2</b:Frequentie></a:Omvang>");
    }

    static String allocation(String product, String end, String extent) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <a:Bericht xmlns:a="http://www.istandaarden.nl/ijw/3_2/jw301/schema" xmlns:b="http://www.istandaarden.nl/ijw/3_2/basisschema/schema">
                <a:Header><a:BerichtCode>436</a:BerichtCode><a:BerichtVersie>3</a:BerichtVersie><a:BerichtSubversie>2</a:BerichtSubversie>
                <a:Afzender>9901</a:Afzender><a:Ontvanger>12345678</a:Ontvanger>
                <a:BerichtIdentificatie><b:Identificatie>A1</b:Identificatie><b:Dagtekening>2026-01-02</b:Dagtekening></a:BerichtIdentificatie>
                <a:XsdVersie><b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie><b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie></a:XsdVersie></a:Header>
                <a:Client><a:Bsn>999900006</a:Bsn><a:Geboortedatum><b:Datum>2015-04-05</b:Datum></a:Geboortedatum><a:Geslacht>2</a:Geslacht>
                <a:Naam><b:Geslachtsnaam><b:Achternaam>Geheim</b:Achternaam></b:Geslachtsnaam><b:NaamGebruik>1</b:NaamGebruik></a:Naam>
                <a:Commentaar>Niet bewaren</a:Commentaar>
                <a:Contactgegevens>
                <a:Contact><a:Soort>02</a:Soort><a:Adres><b:Huis><b:Huisnummer>1</b:Huisnummer></b:Huis><b:Postcode>9999ZZ</b:Postcode></a:Adres></a:Contact>
                <a:Contact><a:Soort>01</a:Soort><a:Adres><b:Huis><b:Huisnummer>12</b:Huisnummer><b:Huisletter>a</b:Huisletter></b:Huis><b:Postcode>1234 ab</b:Postcode></a:Adres></a:Contact>
                </a:Contactgegevens>
                <a:ToegewezenProducten><a:ToegewezenProduct><a:ToewijzingNummer>77</a:ToewijzingNummer>
                """
                + product
                + "<a:Toewijzingsdatum>2026-01-01</a:Toewijzingsdatum><a:Toewijzingstijd>09:30:00</a:Toewijzingstijd>"
                + "<a:Ingangsdatum>2026-01-01</a:Ingangsdatum>"
                + end
                + extent
                + "</a:ToegewezenProduct></a:ToegewezenProducten></a:Client></a:Bericht>";
    }

    static String declaration(String total) {
        return """
                <w:Bericht xmlns:w="http://www.istandaarden.nl/iwmo/3_2/wmo323/schema" xmlns:b="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema">
                <w:Header><w:BerichtCode>484</w:BerichtCode><w:BerichtVersie>3</w:BerichtVersie><w:BerichtSubversie>2</w:BerichtSubversie>
                <w:Afzender>12345678</w:Afzender><w:Ontvanger>9901</w:Ontvanger>
                <w:BerichtIdentificatie><b:Identificatie>D1</b:Identificatie><b:Dagtekening>2026-02-02</b:Dagtekening></w:BerichtIdentificatie>
                <w:XsdVersie><b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie><b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie></w:XsdVersie></w:Header>
                <w:Declaratie><w:DeclaratieNummer>D1</w:DeclaratieNummer>
                <w:DeclaratiePeriode><b:Begindatum>2026-01-01</b:Begindatum><b:Einddatum>2026-01-31</b:Einddatum></w:DeclaratiePeriode>
                <w:DeclaratieDagtekening>2026-02-02</w:DeclaratieDagtekening>
                <w:TotaalIngediendBedrag><b:TotaalBedrag>%s</b:TotaalBedrag><b:DebetCredit>D</b:DebetCredit></w:TotaalIngediendBedrag>
                <w:Clienten><w:Client><w:Bsn>999900006</w:Bsn><w:Prestaties>
                <w:Prestatie><w:ProductReferentie><b:ReferentieNummer>R1</b:ReferentieNummer></w:ProductReferentie><w:ToewijzingNummer>5</w:ToewijzingNummer><w:ProductCategorie>02</w:ProductCategorie><w:ProductCode>02A01</w:ProductCode>
                <w:ProductPeriode><b:Begindatum>2026-01-01</b:Begindatum><b:Einddatum>2026-01-31</b:Einddatum></w:ProductPeriode><w:GeleverdVolume>4</w:GeleverdVolume><w:Eenheid>04</w:Eenheid>
                <w:IngediendBedrag><b:Bedrag>5000</b:Bedrag><b:DebetCredit>D</b:DebetCredit></w:IngediendBedrag></w:Prestatie>
                <w:Prestatie><w:ProductReferentie><b:ReferentieNummer>R2</b:ReferentieNummer></w:ProductReferentie><w:ToewijzingNummer>5</w:ToewijzingNummer><w:ProductCategorie>02</w:ProductCategorie><w:ProductCode>02A01</w:ProductCode>
                <w:ProductPeriode><b:Begindatum>2026-01-01</b:Begindatum><b:Einddatum>2026-01-31</b:Einddatum></w:ProductPeriode><w:GeleverdVolume>1</w:GeleverdVolume><w:Eenheid>04</w:Eenheid>
                <w:IngediendBedrag><b:Bedrag>1200</b:Bedrag><b:DebetCredit>C</b:DebetCredit></w:IngediendBedrag></w:Prestatie>
                </w:Prestaties></w:Client></w:Clienten></w:Declaratie></w:Bericht>
                """.formatted(total);
    }

    /** A declaration of two lines for the youth allocation above. */
    static String youthDeclaration() {
        return declaration("3800")
                .replace("iwmo/3_2", "ijw/3_2")
                .replace("/wmo323/", "/jw323/")
                .replace(">484<", ">490<")
                .replace("ToewijzingNummer>5<", "ToewijzingNummer>77<")
                .replace("ProductCategorie>02<", "ProductCategorie>45<")
                .replace("ProductCode>02A01<", "ProductCode>45A04<");
    }
}
