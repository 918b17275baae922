package nl.buurtbundel.access.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.AnchorMadeAnew;
import nl.buurtbundel.access.AuditChain;
import nl.buurtbundel.access.AuditLine;
import nl.buurtbundel.access.AuditVerdict;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.MoreRows;
import nl.buurtbundel.foundation.ui.Notice;

/** Is the audit log still what was written in it? */
@CdiComponent
@Route(AuditNavigation.AUDIT)
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient AuditChain chain;
    private final Div result = new Div();

    @Inject
    AuditView(AuditChain chain) {
        addClassNames("bb-page", "bb-stack");
        this.chain = chain;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.audit.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Button verify = new Button(getTranslation("access.audit.run"), click -> show(chain.verify(), true));
        verify.setDisableOnClick(true);
        verify.addClickListener(click -> verify.setEnabled(true));
        add(new H1(getPageTitle()), new Paragraph(getTranslation("access.audit.explained")), result, verify);
        chain.findLast()
                .ifPresentOrElse(
                        verdict -> show(verdict, false),
                        () -> result.add(new EmptyState(getTranslation("access.audit.none"))));
        addDeeds();
    }

    private void addDeeds() {
        DataTable table = new DataTable(
                        getTranslation("access.audit.deeds"),
                        DataTable.Column.text(getTranslation("access.audit.deed-at")),
                        DataTable.Column.text(getTranslation("access.audit.deed-office")),
                        DataTable.Column.text(getTranslation("access.audit.deed")),
                        DataTable.Column.text(getTranslation("access.audit.deed-on")))
                .belowItsHeading();
        add(
                new H2(getTranslation("access.audit.deeds")),
                new Paragraph(getTranslation("access.audit.deeds-explained")),
                new MoreRows<>(
                        table, getTranslation("access.audit.more"), chain::listDeeds, deed -> addDeed(table, deed)));
    }

    private void addDeed(DataTable table, AuditLine deed) {
        String action = "access.audit.did." + deed.action();
        table.row(
                Formats.of(getLocale()).dateTime(deed.at()),
                deed.onBehalfOf().isEmpty()
                        ? offices(deed.offices())
                        : getTranslation("access.on-behalf-of", offices(deed.offices()), offices(deed.onBehalfOf())),
                // a deed that has no words yet is told as the log has it
                Messages.has(Messages.DUTCH, action) ? getTranslation(action) : deed.action(),
                getTranslation("access.audit.on." + deed.subjectType(), deed.subject()));
    }

    private String offices(Set<Role> offices) {
        return offices.stream().sorted().map(role -> getTranslation(role.key())).collect(Collectors.joining(", "));
    }

    private void show(AuditVerdict verdict, boolean announced) {
        Formats formats = Formats.of(getLocale());
        String when = formats.dateTime(verdict.at());
        Notice notice = verdict.isWhole()
                ? Notice.success(getTranslation("access.audit.whole", when))
                : Notice.warning(getTranslation("access.audit.broken", when));
        Long anchored = verdict.anchored();
        result.removeAll();
        result.add(
                announced ? notice.announced() : notice,
                new DefinitionTable()
                        .row(getTranslation("access.audit.sealed"), formats.count(verdict.sealed()))
                        .row(getTranslation("access.audit.tail"), formats.count(verdict.tail()))
                        .row(
                                getTranslation("access.audit.anchored"),
                                anchored == null
                                        ? getTranslation("access.audit.not-anchored")
                                        : formats.count(anchored)));
        if (!verdict.isWhole()) {
            result.add(faults(verdict, formats));
        }
        if (verdict.faults().stream().anyMatch(fault -> fault.kind() == AuditVerdict.Kind.NO_ANCHOR)) {
            Button anew = new Button(getTranslation("access.audit.anew"), click -> anchorAnew());
            result.add(new Paragraph(getTranslation("access.audit.anew-explained")), anew);
        }
        for (AnchorMadeAnew made : chain.listMadeAnew()) {
            result.add(Notice.info(
                    getTranslation("access.audit.made-anew", formats.dateTime(made.at()), formats.count(made.link()))));
        }
    }

    private void anchorAnew() {
        new ConfirmDialog(
                        getTranslation("access.audit.anew"),
                        getTranslation("access.audit.anew-sure"),
                        getTranslation("access.audit.anew-who-sees"),
                        getTranslation("access.audit.anew"),
                        () -> {
                            chain.anchorAnew();
                            show(chain.verify(), true);
                        })
                .open();
    }

    private DataTable faults(AuditVerdict verdict, Formats formats) {
        DataTable table = new DataTable(
                getTranslation("access.audit.faults"),
                DataTable.Column.text(getTranslation("access.audit.fault")),
                DataTable.Column.number(getTranslation("access.audit.number")));
        for (AuditVerdict.Fault fault : verdict.faults()) {
            table.row(
                    getTranslation("access.audit.fault." + Messages.word(fault.kind())), formats.count(fault.number()));
        }
        return table;
    }
}
