package nl.buurtbundel.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.User;
import nl.buurtbundel.signal.ChangeDecider;
import nl.buurtbundel.signal.EarlierSignal;
import nl.buurtbundel.signal.HeardSignal;
import nl.buurtbundel.signal.PatternId;
import nl.buurtbundel.signal.Patterns;
import nl.buurtbundel.signal.ShortWords;
import nl.buurtbundel.signal.SignalId;
import nl.buurtbundel.signal.SignalKind;
import nl.buurtbundel.signal.Signals;
import nl.buurtbundel.signal.Voice;
import org.jspecify.annotations.Nullable;

/**
 * What chafed in Waterrijk in the year before: one pattern whose rule changed and that is heard less since, one for which a change
 * is proposed, and some that nobody has looked at yet. Everything but the signals themselves goes through the services.
 */
@ApplicationScoped
class DemoSignals {
    private static final long SEED = 1735;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int MONTHS = 13;
    private static final int CHANGED_MONTHS_AGO = 5;

    private static final Theme CONDUCT = new Theme(
            SignalKind.FORMS,
            "GRANTED",
            null,
            Voice.RESIDENT,
            7,
            List.of(
                    "Weer een verklaring omtrent gedrag nodig, ik had er al een",
                    "Voor elk buurtplan opnieuw een VOG aanvragen",
                    "Ik moet de verklaring omtrent gedrag opnieuw aanvragen",
                    "VOG van vorig jaar geldt niet voor dit plan",
                    "Alweer een VOG aanvragen en zelf betalen",
                    "Verklaring omtrent gedrag duurt weken en ik heb hem al",
                    "Iedere vrijwilliger moet per plan een nieuwe VOG aanvragen"));
    private static final Theme DECISION = new Theme(
            SignalKind.TOO_LONG,
            "ADVISED",
            null,
            Voice.RESIDENT,
            3,
            List.of(
                    "Wij wachten al weken op de beslissing",
                    "De beslissing duurt veel langer dan beloofd",
                    "Nog steeds geen besluit over ons plan",
                    "Er ligt een advies maar niemand beslist",
                    "Besluit blijft liggen, onze vrijwilligers haken af"));
    private static final Theme OWN_STRENGTH = new Theme(
            SignalKind.RULE,
            "IN_ASSESSMENT",
            "BWBR0035362:2.3.5",
            Voice.STAFF,
            2,
            List.of(
                    "",
                    "Samen koken mag niet meetellen als hulp bij artikel 2.3.5",
                    "Artikel 2.3.5 wordt gelezen alsof het alleen thuis mag"));
    private static final Theme HALL = new Theme(
            SignalKind.MONEY,
            "IN_ASSESSMENT",
            null,
            Voice.RESIDENT,
            2,
            List.of(
                    "De zaal in het buurthuis is te duur voor ons",
                    "Huur van de zaal kost meer dan het eten",
                    "Wij betalen het volle tarief voor een zaal van de gemeente",
                    "Zaalhuur buurthuis niet te betalen"));
    private static final Theme TRANSPORT = new Theme(
            SignalKind.SENT_AROUND,
            HeardSignal.OWN_FILE,
            null,
            Voice.RESIDENT,
            2,
            List.of(
                    "Over de taxi word ik van de gemeente naar de vervoerder gestuurd",
                    "Vervoerder zegt gemeente, gemeente zegt vervoerder",
                    "Niemand gaat over de taxi naar de dagbesteding",
                    "Steeds doorgestuurd als de taxi niet komt"));
    private static final Theme LETTER = new Theme(
            SignalKind.UNCLEAR,
            HeardSignal.OWN_FILE,
            null,
            Voice.RESIDENT,
            2,
            List.of(
                    "Ik snap de brief over mijn hulp niet",
                    "De brief staat vol moeilijke woorden",
                    "Wat betekent deze brief voor mij",
                    "Brief over de hulp is niet te begrijpen"));
    private static final Theme BUSY = new Theme(
            SignalKind.CAPACITY,
            "SUBMITTED",
            null,
            Voice.STAFF,
            1,
            List.of(
                    "Te weinig mensen in het team om plannen te bekijken",
                    "Wij hebben het te druk, plannen blijven liggen",
                    "Twee collega’s ziek, geen tijd voor nieuwe plannen"));

    private final Signals signals;
    private final Patterns patterns;
    private final CurrentUser currentUser;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected DemoSignals() {
        this(null, null, null, null);
    }

    @Inject
    DemoSignals(Signals signals, Patterns patterns, CurrentUser currentUser, Clock clock) {
        this.signals = signals;
        this.patterns = patterns;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** @param aMonth how often a month, by and large */
    private record Theme(
            SignalKind kind, String step, @Nullable String article, Voice voice, int aMonth, List<String> wordings) {}

    /** As the program, which takes the signals; the rest is done by the simplifier. Done again it changes nothing. */
    void load(User simplifier) {
        boolean looked = currentUser.runAs(simplifier, () -> !patterns.list().isEmpty());
        if (looked) {
            return;
        }
        boolean heard =
                currentUser.runAs(simplifier, () -> !patterns.listProposals().isEmpty());
        if (!heard) {
            signals.takeEarlier(all());
        }
        currentUser.runAs(simplifier, this::work);
    }

    private List<EarlierSignal> all() {
        Random chance = new Random(SEED);
        LocalDate today = LocalDate.now(clock);
        List<EarlierSignal> all = new ArrayList<>();
        for (Theme theme : List.of(CONDUCT, DECISION, OWN_STRENGTH, HALL, TRANSPORT, LETTER, BUSY)) {
            for (int month = MONTHS; month >= 0; month--) {
                boolean changed = theme == CONDUCT && month < CHANGED_MONTHS_AGO;
                int often = changed ? 1 : theme.aMonth() + chance.nextInt(2);
                for (int i = 0; i < often; i++) {
                    LocalDate day = today.minusDays((long) month * DAYS_OF_A_MONTH + chance.nextInt(DAYS_OF_A_MONTH));
                    all.add(new EarlierSignal(
                            day,
                            theme.kind(),
                            theme.voice(),
                            theme.step(),
                            theme.article(),
                            new ShortWords(theme.wordings()
                                    .get(chance.nextInt(theme.wordings().size())))));
                }
            }
        }
        return all;
    }

    private void work() {
        LocalDate today = LocalDate.now(clock);
        LocalDate done = today.minusDays((long) CHANGED_MONTHS_AGO * DAYS_OF_A_MONTH);
        PatternId conduct = confirm("Voor elk buurtplan opnieuw een verklaring omtrent gedrag", CONDUCT);
        patterns.describe(
                conduct,
                version(conduct),
                "Voor elk buurtplan opnieuw een verklaring omtrent gedrag",
                "In de voorwaarden stond dat een VOG niet ouder mag zijn dan drie maanden en per plan geldt. Dat vraagt de"
                        + " wet niet: het was overgenomen uit een oude subsidieregel.",
                "Teammanager, jurist van de gemeente, twee vrijwilligers");
        patterns.proposeChange(
                conduct, version(conduct), "Een VOG die iemand al heeft, geldt drie jaar en voor elk buurtplan.");
        patterns.decideChange(conduct, version(conduct), ChangeDecider.COLLEGE, true, done.minusDays(20));
        patterns.finishChange(conduct, version(conduct), done);
        PatternId decision = confirm("Een beslissing laat langer op zich wachten dan beloofd", DECISION);
        patterns.describe(
                decision,
                version(decision),
                "Een beslissing laat langer op zich wachten dan beloofd",
                "Plannen boven de grens van de manager wachten op de vergadering van het college, eens in de drie weken.",
                "Wethouder, secretaris, budgethouder");
        patterns.proposeChange(
                decision,
                version(decision),
                "De wethouder beslist alleen tot € 25.000 en meldt het in de vergadering erna.");
    }

    /** All but those of this month: they still have to be looked at. */
    private PatternId confirm(String title, Theme theme) {
        YearMonth now = YearMonth.from(LocalDate.now(clock));
        List<SignalId> found = patterns.listProposals().stream()
                .flatMap(proposal -> proposal.signals().stream())
                .filter(signal ->
                        signal.kind() == theme.kind() && signal.month().isBefore(now))
                .map(HeardSignal::id)
                .toList();
        return patterns.confirm(title, found);
    }

    private int version(PatternId pattern) {
        return patterns.read(pattern).version();
    }
}
