package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.JobSummary;
import nl.buurtbundel.initiative.NewJob;
import nl.buurtbundel.initiative.PlanJobs;

/** Paid work in a plan: what it is, and what it may do to the money of who takes it. */
final class JobsPart extends Div {
    private final transient PlanJobs jobs;
    private final boolean keeps;
    private final SerializableRunnable whenDone;
    private final Formats formats;

    /**
     * @param keeps the reader may put work here and take it away
     * @param mayOffer the reader may offer to do it
     */
    JobsPart(PlanJobs jobs, InitiativeId plan, boolean keeps, boolean mayOffer, SerializableRunnable whenDone) {
        this.jobs = jobs;
        this.keeps = keeps;
        this.whenDone = whenDone;
        this.formats = Formats.of(getLocale());
        addClassName("bb-stack");
        List<JobSummary> all = jobs.list(plan);
        if (all.isEmpty() && !keeps) {
            setVisible(false);
            return;
        }
        add(new H2(getTranslation("initiative.jobs.title")));
        all.forEach(job -> add(card(job)));
        if (!all.isEmpty() && mayOffer) {
            add(new Paragraph(getTranslation("initiative.jobs.how")));
        }
        if (keeps) {
            add(new Button(
                    getTranslation("initiative.jobs.add"),
                    click -> new JobDialog(job -> {
                                jobs.add(plan, job);
                                whenDone.run();
                            })
                            .open()));
        }
    }

    private Component card(JobSummary one) {
        NewJob job = one.job();
        Div card = new Div(new H3(job.work()));
        card.addClassName("bb-card");
        card.add(new DefinitionTable()
                .row(getTranslation("initiative.jobs.employer"), job.employer())
                .row(
                        getTranslation("initiative.jobs.places"),
                        getTranslation("initiative.jobs.places-hours", job.places(), job.hoursAWeek()))
                .row(
                        getTranslation("initiative.jobs.wage"),
                        getTranslation("initiative.jobs.an-hour", formats.euros(job.hourlyWage())))
                .row(
                        getTranslation("initiative.jobs.diploma"),
                        job.diploma().isEmpty() ? getTranslation("initiative.jobs.no-diploma") : job.diploma())
                .row(getTranslation("initiative.jobs.starts"), formats.date(job.startsOn())));
        Anchor purse =
                new Anchor(InitiativeNavigation.purse(getLocale(), job), getTranslation("initiative.offer.purse"));
        purse.setRouterIgnore(true);
        purse.setTarget(AnchorTarget.BLANK);
        card.add(purse);
        if (keeps) {
            Button withdraw = new Button(getTranslation("initiative.jobs.withdraw"), click -> withdraw(one));
            withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            withdraw.setAriaLabel(getTranslation("initiative.jobs.withdraw-which", job.work()));
            card.add(withdraw);
        }
        return card;
    }

    private void withdraw(JobSummary one) {
        new ConfirmDialog(
                        getTranslation("initiative.jobs.withdraw"),
                        getTranslation(
                                "initiative.jobs.withdraw-sure", one.job().work()),
                        getTranslation("initiative.jobs.who-sees"),
                        getTranslation("initiative.jobs.withdraw"),
                        () -> {
                            jobs.withdraw(one.id(), one.version());
                            whenDone.run();
                        })
                .open();
    }
}
