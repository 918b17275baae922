package nl.buurtbundel.decision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.Deviation;
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.assessment.ValueTriangle;
import nl.buurtbundel.assessment.ui.AssessmentNavigation;
import nl.buurtbundel.assessment.ui.InterestPart;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.budget.ui.BudgetNavigation;
import nl.buurtbundel.decision.AskedAmount;
import nl.buurtbundel.decision.Decider;
import nl.buurtbundel.decision.DecisionFiles;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.DecisionPage;
import nl.buurtbundel.decision.DecisionState;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.decision.Office;
import nl.buurtbundel.decision.Readiness;
import nl.buurtbundel.decision.Signed;
import nl.buurtbundel.decision.TakenFile;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.Download;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.suggestion.BeganWith;
import nl.buurtbundel.suggestion.CostAgainstToday;

/** One decision on one page: what, for whom, against what it costs today, what bears it and when, and what stands in the way. */
@CdiComponent
@Route(DecisionNavigation.DECISION)
class DecisionView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Decisions decisions;
    private final transient DecisionFiles files;
    private final transient Interests interests;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Event<AmountShown> amountShown;
    private final transient Event<FirstYearShown> firstYearShown;
    private String title = "";

    @Inject
    DecisionView(
            Decisions decisions,
            DecisionFiles files,
            Interests interests,
            Neighbourhoods neighbourhoods,
            Event<AmountShown> amountShown,
            Event<FirstYearShown> firstYearShown) {
        this.decisions = decisions;
        this.files = files;
        this.interests = interests;
        this.neighbourhoods = neighbourhoods;
        this.amountShown = amountShown;
        this.firstYearShown = firstYearShown;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters()
                .getLong(DecisionNavigation.ID)
                .map(DecisionId::new)
                .orElseThrow(NotFound::new));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(DecisionId id) {
        DecisionPage page = decisions.read(id);
        title = getTranslation(
                page.proposesRefusal() ? "decision.page.title-refusal" : "decision.page.title",
                page.plan().title());
        removeAll();
        add(new H1(title), new Paragraph(page.plan().summary()));
        actions(page);
        what(page);
        today(page);
        money(page);
        add(new H2(getTranslation("decision.page.mandate")), texts().mandate(page.mandate()));
        if (page.isForCouncil()) {
            add(new CouncilPart(decisions, texts(), page, () -> show(id)));
        }
        inTheWay(page);
        signed(page);
        file(page);
        add(new InterestPart(interests, page.plan().id(), page.declaredInterest(), () -> show(id)));
    }

    // ---- what the reader can do

    private void actions(DecisionPage page) {
        add(Notice.info(texts().name("decision.state.", page.state())));
        String whyNot = page.whyNot();
        Office inPowerOf = page.inPowerOf();
        if (inPowerOf != null) {
            add(Notice.info(getTranslation("decision.page.stands-in", texts().name("decision.decider.", inPowerOf))));
        }
        if (whyNot != null) {
            add(Notice.warning(getTranslation(whyNot)));
            return;
        }
        page.findAct().ifPresent(act -> {
            if (act.isYes() && !page.offersYes() && !page.proposesRefusal()) {
                notReady(page);
            }
            switch (act) {
                case AGREE -> agree(page);
                case DECIDE -> decide(page);
                case SIGN_SECOND -> sign(page);
                case RECORD_COUNCIL -> {
                    // beside the document that the council decides on
                }
                case TAKE_BACK -> takeBack(page);
            }
        });
    }

    /** Why there can be no yes yet, and what to do about it; the button comes when it can. */
    private void notReady(DecisionPage page) {
        Readiness readiness = page.readiness();
        readiness.whyNot().ifPresent(code -> add(Notice.warning(getTranslation(code))));
        UnorderedList reasons = new UnorderedList();
        readiness
                .openGates()
                .forEach(article -> reasons.add(new ListItem(getTranslation("decision.not-ready.gate", article))));
        if (readiness.blockingObjection()) {
            reasons.add(new ListItem(getTranslation("decision.not-ready.objection")));
        }
        if (!readiness.openGates().isEmpty() || readiness.blockingObjection()) {
            add(reasons, new Paragraph(getTranslation("decision.not-ready.what-to-do")));
            toAssessment(page);
        }
    }

    private void toAssessment(DecisionPage page) {
        if (page.mayOpenAssessment()) {
            add(new Anchor(
                    AssessmentNavigation.assess(page.plan().id()), getTranslation("decision.page.to-assessment")));
        }
    }

    private void agree(DecisionPage page) {
        if (!page.offersYes()) {
            return;
        }
        Checkbox confirms = confirms();
        ConfirmDialog dialog = ask(
                page,
                getTranslation("decision.act.agree"),
                getTranslation("decision.act.agree-how"),
                getTranslation(readers(page)),
                getTranslation("decision.act.agree"),
                () -> decisions.agree(page.id(), page.version(), confirms.getValue()));
        if (page.readiness().overdueObjection()) {
            dialog.with(confirms);
        }
        addPrimary("decision.act.agree", readers(page), dialog);
    }

    /** Who reads it after a yes of this reader. */
    private static String readers(DecisionPage page) {
        return page.actMakesFinal() ? "decision.act.who-sees-final" : "decision.act.who-sees";
    }

    private void decide(DecisionPage page) {
        if (page.offersYes()) {
            Checkbox confirms = confirms();
            TextField resolution = resolution();
            String key = ofCollege(page) ? "decision.act.college-decides" : "decision.act.decide";
            ConfirmDialog dialog = ask(
                    page,
                    getTranslation(key),
                    getTranslation(
                            ofCollege(page) ? "decision.act.college-decides-how" : "decision.act.decide-how",
                            texts().formats().euros(page.total())),
                    getTranslation(readers(page)),
                    getTranslation(key),
                    () -> decisions.decide(page.id(), page.version(), confirms.getValue(), resolution.getValue()));
            if (page.readiness().overdueObjection()) {
                dialog.with(confirms);
            }
            if (ofCollege(page)) {
                dialog.with(resolution);
            }
            addPrimary(key, readers(page), dialog);
        }
        refuse(page);
        sendBack(page);
    }

    /** The college decides in its meeting: the alderman only records it. */
    private static boolean ofCollege(DecisionPage page) {
        return page.mandate().decider() == Decider.COLLEGE;
    }

    /** Who does not agree with a proposal ends it, and leaves the plan where it is. */
    private void sendBack(DecisionPage page) {
        withReasons(page, "decision.act.send-back", reasons -> decisions.sendBack(page.id(), page.version(), reasons));
    }

    private void refuse(DecisionPage page) {
        Select<RefusalGround> ground = DecisionFields.ground(texts());
        TextArea reasons = DecisionFields.reasons(texts());
        TextField resolution = resolution();
        RefusalGround proposed = page.ground();
        String because = page.reasons();
        if (proposed != null) {
            ground.setValue(proposed);
        }
        if (because != null) {
            reasons.setValue(because);
        }
        String key = ofCollege(page) ? "decision.act.college-refuses" : "decision.act.refuse";
        ConfirmDialog dialog = ask(
                        page,
                        getTranslation(key),
                        getTranslation("decision.act.refuse-how"),
                        getTranslation("decision.act.who-sees-refusal"),
                        getTranslation(key),
                        () -> {
                            decisions.refuse(
                                    page.id(),
                                    page.version(),
                                    DecisionFields.chosen(ground),
                                    reasons.getValue(),
                                    resolution.getValue());
                        })
                .with(ground, reasons)
                .grave();
        if (ofCollege(page)) {
            dialog.with(resolution);
        }
        Button button = new Button(getTranslation(key), click -> dialog.open());
        if (page.proposesRefusal()) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        add(button, new WhoSeesThis(getTranslation("decision.act.who-sees-refusal")));
    }

    private void sign(DecisionPage page) {
        if (page.offersYes()) {
            Checkbox confirms = confirms();
            ConfirmDialog dialog = ask(
                    page,
                    getTranslation("decision.act.sign"),
                    getTranslation("decision.act.sign-how", texts().formats().euros(page.total())),
                    getTranslation(readers(page)),
                    getTranslation("decision.act.sign"),
                    () -> decisions.signSecond(page.id(), page.version(), confirms.getValue()));
            if (page.readiness().overdueObjection() && !page.legalGroundConfirmed()) {
                dialog.with(confirms);
            }
            addPrimary("decision.act.sign", readers(page), dialog);
        }
        withReasons(
                page, "decision.act.decline", reasons -> decisions.declineSecond(page.id(), page.version(), reasons));
    }

    private void takeBack(DecisionPage page) {
        withReasons(page, "decision.act.take-back", reasons -> decisions.takeBack(page.id(), page.version(), reasons));
    }

    /** Ends a proposal, and says why. */
    private void withReasons(DecisionPage page, String key, SerializableConsumer<String> action) {
        TextArea reasons = DecisionFields.reasons(texts());
        ConfirmDialog dialog = ask(
                        page,
                        getTranslation(key),
                        getTranslation(key + "-how"),
                        getTranslation("decision.act.who-sees-ended"),
                        getTranslation(key),
                        () -> action.accept(reasons.getValue()))
                .with(reasons)
                .grave();
        add(new Button(getTranslation(key), click -> dialog.open()));
    }

    /** Does it and shows what came of it, once the reader is sure. */
    private ConfirmDialog ask(
            DecisionPage page,
            String title,
            String question,
            String whoSeesThis,
            String actionText,
            SerializableRunnable action) {
        return new ConfirmDialog(title, question, whoSeesThis, actionText, () -> {
            action.run();
            show(page.id());
        });
    }

    private Checkbox confirms() {
        return new Checkbox(getTranslation("decision.act.confirm-legal-ground"));
    }

    private TextField resolution() {
        TextField field = new TextField(getTranslation("decision.act.college-resolution"));
        field.setWidthFull();
        return field;
    }

    /** The same readers beside the button as in its dialog. */
    private void addPrimary(String key, String readersKey, ConfirmDialog dialog) {
        Button button = new Button(getTranslation(key), click -> dialog.open());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(button, new WhoSeesThis(getTranslation(readersKey)));
    }

    // ---- what there is to know

    private void what(DecisionPage page) {
        InitiativeDossier plan = page.plan();
        DecisionTexts texts = texts();
        DefinitionTable facts = new DefinitionTable()
                .row(
                        getTranslation("decision.page.neighbourhood"),
                        neighbourhoods.read(plan.neighbourhood()).name())
                .row(getTranslation("decision.page.households"), getTranslation(enough(page), page.households()))
                .row(getTranslation("decision.page.total"), texts.formats().euros(page.total()))
                .row(getTranslation("decision.page.start"), texts.formats().date(plan.intendedStart()));
        if (!page.amounts().isEmpty()) {
            facts.row(getTranslation("decision.page.years"), texts.years(page.amounts()));
        }
        if (page.grantedBefore().isPositive()) {
            facts.row(
                    getTranslation("decision.page.granted-before"),
                    texts.formats().euros(page.grantedBefore()));
        }
        String conditions = page.conditions();
        if (conditions != null) {
            facts.row(getTranslation("decision.page.conditions"), conditions);
        }
        LeftOver leftOver = page.leftOver();
        if (leftOver != null) {
            facts.row(getTranslation("decision.left-over"), texts.leftOver(leftOver));
        }
        RefusalGround ground = page.ground();
        if (ground != null) {
            facts.row(getTranslation("decision.refuse.ground"), texts.name("assessment.ground.", ground));
        }
        String reasons = page.reasons();
        if (reasons != null) {
            facts.row(
                    getTranslation(ground == null ? "decision.propose.why-less" : "decision.refuse.reasons"), reasons);
        }
        String proposed = page.proposedReasons();
        if (proposed != null) {
            facts.row(getTranslation("decision.page.proposed-reasons"), proposed);
        }
        String ended = page.endedBecause();
        if (ended != null) {
            facts.row(getTranslation("decision.page.ended-because"), ended);
        }
        add(new H2(getTranslation("decision.page.what")), facts);
        amountShown.fire(new AmountShown(page, this::add));
        asked(page, texts);
    }

    /** Who joins changes from day to day: of what was decided stands what it was decided on. */
    private static String enough(DecisionPage page) {
        if (page.isUndecided()) {
            return page.plan().enoughPledged() ? "decision.page.enough" : "decision.page.not-enough";
        }
        return page.state() == DecisionState.FINAL ? "decision.page.enough-then" : "decision.page.needed-then";
    }

    /** From the cost of a year to the amount asked, and on to the year that the suggestion compares with today. */
    private void asked(DecisionPage page, DecisionTexts texts) {
        AskedAmount asked = page.asked();
        add(new DataTable(
                        getTranslation("decision.asked.table"),
                        DataTable.Column.text(getTranslation("decision.asked.what")),
                        DataTable.Column.number(getTranslation("decision.cover.amount")))
                .row(getTranslation("decision.asked.yearly"), texts.formats().euros(asked.yearly()))
                .row(getTranslation("decision.asked.start-up"), texts.formats().euros(asked.startUp()))
                .total(getTranslation("decision.asked.total"), texts.formats().euros(asked.total())));
        AskedAmount.UsualYear usual = asked.usualYear();
        if (usual != null) {
            add(new Paragraph(getTranslation(
                    "decision.asked.usual-year",
                    usual.years(),
                    texts.formats().euros(usual.startUpShare()),
                    texts.formats().euros(asked.yearly()),
                    texts.formats().euros(usual.total()))));
        }
    }

    private void today(DecisionPage page) {
        BeganWith beganWith = page.beganWith();
        BeganWith.Compared idea = beganWith == null ? null : beganWith.compared();
        if (idea == null) {
            return;
        }
        CostAgainstToday today = idea.cost();
        String replaced = today.ofReplaced() == 0
                ? getTranslation("decision.page.not-known")
                : getTranslation("decision.page.percent", today.ofReplaced());
        add(
                new H2(getTranslation("decision.page.today")),
                KeyFigure.sideBySide(
                        new KeyFigure(
                                getTranslation("decision.page.of-today"),
                                getTranslation("decision.page.percent", today.ofToday())),
                        new KeyFigure(getTranslation("decision.page.of-replaced"), replaced)),
                new Paragraph(getTranslation(
                        "decision.page.of-idea",
                        idea.households(),
                        texts().formats().euros(idea.aYear()))));
        int needed = page.plan().householdsNeeded();
        Integer breakEven = idea.breakEven();
        if (breakEven != null && needed < breakEven) {
            add(Notice.warning(getTranslation("decision.page.below-break-even", needed, breakEven)));
        }
    }

    private void money(DecisionPage page) {
        DecisionTexts texts = texts();
        if (!page.cover().isEmpty()) {
            add(
                    new H2(getTranslation("decision.page.cover")),
                    texts.cover(page.cover()),
                    new Anchor(
                            BudgetNavigation.pooledBudget(page.plan().id().value()),
                            getTranslation("budget.page.from-plan")));
        }
        if (!page.coverShown()) {
            add(
                    new H2(getTranslation("decision.page.cover")),
                    Notice.info(getTranslation("decision.page.cover-together")));
        }
        if (page.state() == DecisionState.FINAL && page.plan().stage().isEnded()) {
            add(Notice.info(getTranslation("decision.page.plan-over")));
        } else if (!page.proposesRefusal() && (page.isUndecided() || page.state() == DecisionState.FINAL)) {
            if (page.partly()) {
                add(new Paragraph(getTranslation(
                        "decision.page.months-partly",
                        texts.formats().euros(page.total()),
                        texts.formats().euros(page.asked().total()))));
            }
            add(new FirstYearPart(texts, page.plan(), page.firstYear()));
            firstYearShown.fire(new FirstYearShown(this::add));
            add(new YearsPart(texts, page.years(), page.firstYear().likely() != null));
        }
    }

    private void inTheWay(DecisionPage page) {
        DecisionTexts texts = texts();
        add(new H2(getTranslation("decision.page.in-the-way")));
        Advice advice = page.assessment().advice();
        DefinitionTable facts = new DefinitionTable();
        if (advice != null) {
            facts.row(getTranslation("decision.page.advice"), texts.advice(advice));
        }
        if (page.isUndecided()) {
            facts.row(getTranslation("decision.page.triangle"), triangle(page));
        }
        if (page.isUndecided() || page.state() == DecisionState.FINAL) {
            facts.row(getTranslation("decision.page.gates"), gates(page));
        }
        add(facts);
        List<ObjectionView> objections = page.assessment().objections();
        if (objections.isEmpty()) {
            add(new Paragraph(getTranslation("decision.page.no-objections")));
        } else {
            DataTable table = new DataTable(
                    getTranslation("decision.page.objections"),
                    DataTable.Column.text(getTranslation("decision.page.objection")),
                    DataTable.Column.text(getTranslation("decision.page.objection-state")),
                    DataTable.Column.text(getTranslation("decision.page.objection-answer")));
            for (ObjectionView objection : objections) {
                String answer = objection.answerWords();
                table.row(
                        objection.words(),
                        texts.name("assessment.objection-state.", objection.state()),
                        answer == null ? "" : answer(objection, answer));
            }
            add(table);
        }
        toAssessment(page);
    }

    /** With who deviated from the rule, by which article and until when. */
    private String answer(ObjectionView objection, String words) {
        Deviation deviation = objection.deviation();
        return deviation == null ? words : deviation.inWords(getLocale()) + ". " + words;
    }

    private String triangle(DecisionPage page) {
        String lacking = page.assessment().corners(page.plan().enoughPledged()).stream()
                .filter(corner -> corner.side() != ValueTriangle.Side.HOLDS)
                .map(corner -> texts().name("assessment.corner.", corner.value()))
                .collect(Collectors.joining(", "));
        return lacking.isEmpty()
                ? getTranslation("assessment.triangle.all")
                : getTranslation("assessment.triangle.not-yet", lacking);
    }

    /** Where no gate is known nobody has looked at one: that is not the same as met. */
    private String gates(DecisionPage page) {
        if (page.assessment().gates().isEmpty()) {
            return getTranslation("decision.page.gates-none");
        }
        // no decision becomes final with an open gate; one that was opened since is of later
        if (page.state() == DecisionState.FINAL) {
            return getTranslation("decision.page.gates-then");
        }
        return page.readiness().openGates().isEmpty()
                ? getTranslation("decision.page.gates-met")
                : getTranslation(
                        "decision.page.gates-open",
                        String.join("; ", page.readiness().openGates()));
    }

    private void signed(DecisionPage page) {
        if (page.signatures().isEmpty()) {
            return;
        }
        DecisionTexts texts = texts();
        DefinitionTable facts = new DefinitionTable();
        for (Signed signed : page.signatures()) {
            facts.row(
                    texts.name("decision.signature.", signed.kind()),
                    getTranslation(
                            signed.byDeputy() ? "decision.page.signed-for" : "decision.page.signed-by",
                            texts.name("decision.decider.", signed.office()),
                            texts.formats().dateTime(signed.at())));
        }
        String resolution = page.collegeResolution();
        if (resolution != null) {
            facts.row(getTranslation("decision.act.college-resolution"), resolution);
        }
        if (page.legalGroundConfirmed()) {
            facts.row(
                    getTranslation("decision.page.legal-ground"),
                    getTranslation("decision.page.legal-ground-confirmed"));
        }
        add(new H2(getTranslation("decision.page.signed")), facts);
    }

    private void file(DecisionPage page) {
        if (page.mayTakeFile()) {
            String name = "besluit-" + page.id().value() + ".json";
            DownloadHandler send = event -> Download.send(event, name, "application/json", files.take(page.id()));
            add(
                    new Paragraph(new Anchor(send, getTranslation("decision.page.file"))),
                    new Paragraph(getTranslation("decision.page.file-how")));
            taken(page.id());
        }
    }

    private void taken(DecisionId id) {
        List<TakenFile> taken = files.listTaken(id);
        if (taken.isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                getTranslation("decision.page.files-taken"),
                DataTable.Column.text(getTranslation("decision.page.file-at")),
                DataTable.Column.text(getTranslation("decision.page.file-hash")),
                DataTable.Column.number(getTranslation("decision.page.file-link")));
        for (TakenFile one : taken) {
            table.row(
                    texts().formats().dateTime(one.at()),
                    one.sha256(),
                    one.findLink().map(texts().formats()::count).orElse("–"));
        }
        add(table);
    }

    private DecisionTexts texts() {
        return new DecisionTexts(getLocale());
    }
}
