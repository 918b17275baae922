package nl.buurtbundel.initiative;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.money.Money;

/** One text of a plan. Never changed: a correction is a new revision of the same version. */
@Entity
@Table(name = "initiative_plan")
class PlanVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "initiative_plan")
    @SequenceGenerator(name = "initiative_plan", sequenceName = "initiative_plan_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "initiative")
    private Initiative initiative;

    @Column(name = "plan_version")
    private int planVersion;

    private int revision;
    private String title;
    private String summary;
    private String need;

    @Column(name = "what_you_get")
    private String whatYouGet;

    @Column(name = "run_by")
    private String runBy;

    @ElementCollection
    @CollectionTable(name = "initiative_cost_line", joinColumns = @JoinColumn(name = "plan"))
    @OrderColumn(name = "line_number")
    private List<CostLine> lines = new ArrayList<>();

    @Column(name = "start_up_cents")
    private long startUpCents;

    private int places;

    @Column(name = "households_needed")
    private int householdsNeeded;

    @Column(name = "price_a_month_cents")
    private long priceAMonthCents;

    @Column(name = "intended_start")
    private LocalDate intendedStart;

    @Column(name = "way_back_days")
    private int wayBackDays;

    @Column(name = "way_back_bridge")
    private String wayBackBridge;

    @Column(name = "way_back_same_provider")
    private boolean wayBackSameProvider;

    @Column(name = "trial_months")
    private int trialMonths;

    @Column(name = "notice_days")
    private int noticeDays;

    protected PlanVersion() {}

    PlanVersion(Initiative initiative, int planVersion, int revision, Plan plan) {
        this.initiative = initiative;
        this.planVersion = planVersion;
        this.revision = revision;
        title = plan.title();
        summary = plan.summary();
        need = plan.need();
        whatYouGet = plan.whatYouGet();
        runBy = plan.runBy();
        plan.lines().forEach(line -> lines.add(new CostLine(line)));
        startUpCents = plan.startUp().cents();
        places = plan.places();
        householdsNeeded = plan.householdsNeeded();
        priceAMonthCents = plan.priceAMonth().cents();
        intendedStart = plan.intendedStart();
        wayBackDays = plan.wayBack().workingDays();
        wayBackBridge = plan.wayBack().bridge();
        wayBackSameProvider = plan.wayBack().sameProvider();
        trialMonths = plan.trialMonths();
        noticeDays = plan.noticeDays();
    }

    int planVersion() {
        return planVersion;
    }

    int revision() {
        return revision;
    }

    Plan plan() {
        return new Plan(
                title,
                summary,
                need,
                whatYouGet,
                runBy,
                lines.stream().map(CostLine::line).toList(),
                Money.ofCents(startUpCents),
                places,
                householdsNeeded,
                Money.ofCents(priceAMonthCents),
                intendedStart,
                new WayBack(wayBackDays, wayBackBridge, wayBackSameProvider),
                trialMonths,
                noticeDays);
    }
}
