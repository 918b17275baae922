package nl.buurtbundel.signal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * 2,000 signals as people tap them, with 40 patterns planted among them: each person has other words for it, in another order,
 * with slips of the finger; some tap another kind or are in another step; some say nothing and name the article only. One in
 * ten is about something that nobody else says. Most of the words for one thing are not in the list that comes with the product.
 */
final class PlantedSignals {
    private static final int ALL = 2_000;
    private static final int LONERS = 200;
    private static final double SLIP = 0.08;
    private static final double OTHER_KIND = 0.15;
    private static final double OTHER_STEP = 0.2;
    private static final double WITHOUT_WORDS = 0.15;
    private static final double WITHOUT_CONTEXT = 0.3;
    private static final String[] STEPS = {
        "OPEN", "SUBMITTED", "IN_ASSESSMENT", "RETURNED", "ADVISED", "GRANTED", "RUNNING", "OWN_FILE"
    };
    private static final String[] FILLERS = {
        "", "", "", "helaas", "echt", "nu al", "weer eens", "voor ons", "bij ons", "elke keer", "volgens mij", "al lang"
    };

    /** Kind; step; article; what; what is wrong with it; when or for whom. */
    private static final String PATTERNS = """
            TOO_LONG;ADVISED;;beslissing|besluit|uitspraak van het college;duurt te lang|laat weken op zich wachten|blijft liggen|is er nog niet;na het advies|over ons plan|terwijl alles klaar is
            TOO_LONG;SUBMITTED;;eerste reactie|antwoord van het wijkteam|bericht over ons idee;komt maar niet|laat op zich wachten|kost maanden|blijft uit;na het indienen|op ons buurtplan|sinds het voorjaar
            TOO_LONG;IN_ASSESSMENT;;onderzoek thuis|keukentafelgesprek|gesprek aan huis;wordt steeds verzet|staat pas over maanden gepland|is nog niet geweest;met moeder|voor mijn man|met de consulent
            TOO_LONG;RUNNING;;betaling van de rekening|uitbetaling|overschrijving;is te laat|laat te lang wachten|komt weken later;van de kookclub|voor de boodschappen|aan de leverancier
            TOO_LONG;OWN_FILE;;nieuwe rolstoel|scootmobiel|aangepaste fiets;levertijd is te lang|staat in de wacht|is al maanden besteld;bij de leverancier|voor mijn dochter|na de keuring
            TOO_LONG;OWN_FILE;;plek op de dagbesteding|dagopvang|plaats bij de zorgboerderij;wachtlijst is lang|is vol|pas volgend jaar vrij;voor mijn vader|voor ouderen|in deze wijk
            RULE;IN_ASSESSMENT;Wmo 2015 2.3.5;samen eten|gezamenlijke maaltijd|kookgroep;telt niet als maatwerk|mag niet meetellen|wordt niet erkend;voor wie een indicatie heeft|van de consulent|in de buurtkamer
            RULE;IN_ASSESSMENT;Wet kinderopvang 1.50;ouders in de opvang|crèche met ouders|moeders als leidster;zonder diploma verboden|mag niet van de inspectie|ratio klopt niet;in onze buurt|vijf dagdelen|met twee vaste leidsters
            RULE;SUBMITTED;Warenwetbesluit 2;maaltijden uitdelen|soep verkopen|taart op de markt;hygiënecode verplicht|keuken moet gekeurd|voedselveiligheid houdt het tegen;bij het feest|voor de buren|in het wijkcentrum
            RULE;IN_ASSESSMENT;AVG 9;namen delen met de huisarts|overleg met de praktijk|dossier inzien door de coach;toestemming ontbreekt|is verboden volgens de jurist|mag niet om geheimhouding;over gezondheid|bij dementie|voor mantelzorgers
            RULE;GRANTED;Gemeentewet 212;opdracht aan de buurtcoöperatie|klus gunnen aan bewoners|inkoop bij een stichting;drie offertes nodig|moet worden aanbesteed|inkoopbeleid verbiedt het;onder de drempel|voor klein onderhoud|van het groen
            RULE;OPEN;APV 2.25;straatfeest|barbecue op het plein|rommelmarkt;evenement melden|weg afsluiten mag niet|politie wil verkeersregelaars;op zondag|in de straat|met muziek
            RULE;IN_ASSESSMENT;Participatiewet 10;werken met behoud|proefbaan in de wijkwinkel|leerwerkplek;wordt gekort|loonwaarde eerst meten|klantmanager weigert;in de wijkonderneming|als kok|voor statushouders
            RULE;RUNNING;Wmo 2015 3.1;vrijwillige chauffeur|buurtauto|wijkbusje met buurman;rijbewijs met keuring|moet als vervoerder ingeschreven|mag geen bijdrage vragen;naar het ziekenhuis|voor ouderen|op donderdag
            FORMS;GRANTED;;verklaring omtrent gedrag|VOG|bewijs van goed gedrag;alweer nodig|per plan apart|van vorig jaar geldt niet;voor elke vrijwilliger|bij de voorleesclub|en zelf betalen
            FORMS;OWN_FILE;;inkomensbewijs|loonstrook|jaaropgave;drie keer opgestuurd|steeds opnieuw inleveren|hebben jullie al;bij de aanvraag|voor de minimaregeling|voor mijn toeslag
            FORMS;SUBMITTED;;begroting van ons plan|sjabloon voor de kosten|rekenblad;ingewikkeld|veel te veel kolommen|niet in te vullen;zonder boekhouder|voor duizend euro|op de telefoon
            FORMS;RUNNING;;eindverslag|verantwoording|rapport met foto's;vijftien bladzijden|kost meer tijd dan het project|elke maand een nieuwe;aan drie afdelingen|voor een klein bedrag|van de speeltuin
            FORMS;OWN_FILE;;herindicatie|nieuw onderzoek|hertoetsing;elk jaar terwijl niets verandert|steeds hetzelfde verhaal|onnodig;bij een blijvende handicap|van mijn zoon|met autisme
            FORMS;IN_ASSESSMENT;;medische verklaring|brief van de specialist|bewijs van de dokter;nog eens ophalen|kost geld|huisarts weigert te schrijven;voor de traplift|bij reuma|terwijl het bekend is
            UNCLEAR;OWN_FILE;;beschikking|brief met het besluit|ambtelijke tekst;moeilijke woorden|geen touw aan vast te knopen|niet te volgen;over de huishouding|voor laaggeletterden|van vier kantjes
            UNCLEAR;OWN_FILE;;eigen bijdrage|factuur van het CAK|maandbedrag;klopt niet|waar komt dat vandaan|telkens anders;sinds januari|voor de hulp|bij twee voorzieningen
            UNCLEAR;OPEN;;wie mag meedoen|voorwaarden|of huurders mee mogen doen;staat nergens|iedereen zegt wat anders|niet duidelijk uitgelegd;bij het buurtplan|buiten de straat|zonder indicatie
            UNCLEAR;RETURNED;;vragen van de beoordelaar|wat er terugkwam|opmerkingen bij ons voorstel;vaag|niet wat ze bedoelen|vakjargon;over het effect|bij stap vier|na de eerste ronde
            UNCLEAR;ADVISED;;hoe het verder gaat|volgende stap|wie nu aan zet is;onbekend|geen idee|niemand die het vertelt;na het oordeel|met ons idee|tot de raad
            SENT_AROUND;OWN_FILE;;taxi naar de dagbesteding|regiotaxi|leerlingenvervoer;de een wijst naar de ander|gemeente zegt vervoerder|geen aanspreekpunt;als hij niet komt|bij regen|op maandag
            SENT_AROUND;OWN_FILE;;schulden|deurwaarder|incasso;vijf loketten|van kredietbank naar wijkteam|iedereen verwijst;en niemand helpt|met drie kinderen|voor de huur
            SENT_AROUND;IN_ASSESSMENT;;jeugdarts|psycholoog voor mijn kind|GGZ;huisarts zegt wijkteam|school zegt huisarts|intake bij de volgende;na de crisis|bij angst|voor pubers
            SENT_AROUND;SUBMITTED;;afdeling groen|afdeling vastgoed|welzijn;weer een andere medewerker|contactpersoon wisselt|verwijzen naar elkaar;over de moestuin|voor het veldje|met een verzoek
            SENT_AROUND;OWN_FILE;;schimmel|lekkage|kapotte lift;corporatie zegt gemeente|huurbaas reageert niet|ligt bij een ander;in de slaapkamer|en mijn kind is ziek|op drie hoog
            MONEY;IN_ASSESSMENT;;zaalhuur|tarief van de sporthal|buurthuis huren;te duur|kost meer dan het eten|volle prijs;voor bewoners|per avond|op zaterdag
            MONEY;RUNNING;;voorschot|eerste termijn|startgeld;moeten wij zelf voorschieten|staat niet op de rekening|is op;voor materialen|uit eigen zak|tot het najaar
            MONEY;ADVISED;;bezuiniging|subsidieplafond|stop op nieuwe uitgaven;geen cent meer dit jaar|plafond bereikt|alles bevroren;in de jeugdhulp|tot na de verkiezingen|voor preventie
            MONEY;GRANTED;;verzekering voor vrijwilligers|aansprakelijkheid|polis;niet gedekt|premie onbetaalbaar|wil niemand afsluiten;bij klussen|voor de buurtbus|met kinderen
            MONEY;OWN_FILE;;busabonnement|reiskosten|kaartje naar de behandeling;niet vergoed|kan ik niet betalen|komt boven op alles;drie keer per week|naar de stad|met begeleider
            CAPACITY;SUBMITTED;;consulenten|medewerkers van het wijkteam|bezetting;ziek|tekort|vacatures niet vervuld;plannen stapelen op|in de vakantie|sinds de reorganisatie
            CAPACITY;RUNNING;;thuiszorg|huishoudelijke hulp|wijkverpleging;komt niet opdagen|geen invaller|uren geschrapt;in de zomer|bij mijn oma|na de griep
            CAPACITY;OWN_FILE;;logopedie|dyslexie|bijles;geen behandelaar|praktijk neemt niemand aan|te weinig therapeuten;in groep vijf|voor mijn dochter|in dit dorp
            OTHER;OPEN;;trapveldje|speeltuin|pleintje;donker en onveilig|hangjongeren|geen verlichting;na schooltijd|voor kleintjes|bij de flat
            OTHER;RUNNING;;sleutel van de buurtkamer|toegang|code van de deur;beheerder is er nooit|sluit om vijf uur|ligt bij iemand anders;in het weekend|voor de avondgroep|bij elke bijeenkomst
            """;

    private static final String[] LONERS_SAY =
            ("parkeren hond fontein geluid vliegtuig zwembad kerstboom bibliotheek vuilnis container"
                            + " duiven stoeptegel fietsenrek kermis standbeeld kapper marathon internet zendmast rotonde camera"
                            + " sneeuw blad riool gordijn orgel kanaal brug veerpont bijen eikenprocessierups vuurwerk koor"
                            + " schaken tennisbaan carnaval wifi drone laadpaal warmtepomp windmolen zonnepaneel glasvezel"
                            + " museum archief trouwzaal begraafplaats paspoort stembureau enquête logo website app wachtwoord"
                            + " vergeten raar grappig lelijk stuk weg gemist verkeerd dicht open")
                    .split(" ");

    private record Planted(
            SignalKind kind, String step, @Nullable String article, List<String[]> slots) {}

    private final List<PatternFinder.Heard> heard = new ArrayList<>();
    private final Map<Long, Integer> planted = new HashMap<>();
    private final Random chance;

    PlantedSignals(long seed) {
        chance = new Random(seed);
        List<Planted> patterns = PATTERNS.lines().map(PlantedSignals::read).toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            order.add(i);
        }
        // a few are heard often, many seldom
        while (order.size() < ALL - LONERS) {
            double luck = chance.nextDouble();
            order.add((int) (patterns.size() * luck * luck));
        }
        for (int i = 0; i < LONERS; i++) {
            order.add(-1 - i);
        }
        Collections.shuffle(order, chance);
        for (long id = 1; id <= ALL; id++) {
            int pattern = order.get((int) id - 1);
            planted.put(id, pattern);
            heard.add(pattern < 0 ? loner(id) : said(id, patterns.get(pattern)));
        }
    }

    List<PatternFinder.Heard> heard() {
        return heard;
    }

    /** Which pattern each was planted for; a number of its own for what is like no other. */
    Map<Long, Integer> planted() {
        return planted;
    }

    int patterns() {
        return (int)
                planted.values().stream().filter(one -> one >= 0).distinct().count();
    }

    private static Planted read(String line) {
        String[] parts = line.split(";");
        List<String[]> slots = new ArrayList<>();
        for (int i = 3; i < parts.length; i++) {
            slots.add(parts[i].split("\\|"));
        }
        return new Planted(SignalKind.valueOf(parts[0]), parts[1], parts[2].isEmpty() ? null : parts[2], slots);
    }

    private PatternFinder.Heard said(long id, Planted pattern) {
        String article = pattern.article();
        if (article != null && chance.nextDouble() < WITHOUT_WORDS * 2) {
            return new PatternFinder.Heard(id, pattern.kind(), article, pattern.step(), "", null);
        }
        List<String> parts = new ArrayList<>();
        parts.add(one(pattern.slots().get(0)));
        parts.add(one(pattern.slots().get(1)));
        if (chance.nextDouble() >= WITHOUT_CONTEXT) {
            parts.add(one(pattern.slots().get(2)));
        }
        parts.add(one(FILLERS));
        Collections.shuffle(parts, chance);
        SignalKind kind = chance.nextDouble() < OTHER_KIND
                ? SignalKind.tapped().get(chance.nextInt(SignalKind.tapped().size()))
                : pattern.kind();
        String step = chance.nextDouble() < OTHER_STEP ? one(STEPS) : pattern.step();
        return new PatternFinder.Heard(
                id,
                kind,
                article != null && chance.nextBoolean() ? article : null,
                step,
                withSlips(String.join(" ", parts).strip()),
                null);
    }

    private PatternFinder.Heard loner(long id) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            words.add(one(LONERS_SAY));
        }
        return new PatternFinder.Heard(
                id,
                SignalKind.tapped().get(chance.nextInt(SignalKind.tapped().size())),
                null,
                one(STEPS),
                String.join(" ", words),
                null);
    }

    private String one(String[] of) {
        return of[chance.nextInt(of.length)];
    }

    private String withSlips(String sentence) {
        List<String> words = new ArrayList<>();
        for (String word : sentence.split(" ")) {
            words.add(word.length() > 4 && chance.nextDouble() < SLIP ? slip(word) : word);
        }
        return String.join(" ", words);
    }

    private String slip(String word) {
        int at = 1 + chance.nextInt(word.length() - 2);
        return switch (chance.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            default -> word.substring(0, at) + (char) ('a' + chance.nextInt(26)) + word.substring(at + 1);
        };
    }
}
