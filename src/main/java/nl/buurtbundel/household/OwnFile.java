package nl.buurtbundel.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.initiative.TimelineEntry;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.provision.ProvisionDetails;
import nl.buurtbundel.provision.RepresentationSummary;
import nl.buurtbundel.provision.Status;
import nl.buurtbundel.release.WayBackView;
import org.jspecify.annotations.Nullable;

/**
 * All that is held about one resident, and about the children and others whom that resident represents.
 *
 * @param known whether the account is bound to a person in the files; without, nothing is held but the plans
 * @param tooYoung the parents alone see it
 * @param decidesForChildren there are children for whom the reader decides who else may look
 * @param representations who else may see the reader’s file, by the team
 * @param representing by which the reader sees the file of another
 */
public record OwnFile(
        boolean known,
        boolean tooYoung,
        boolean decidesForChildren,
        List<RepresentationSummary> representations,
        List<RepresentationSummary> representing,
        List<Help> help,
        Looks looks,
        List<Letters> letters,
        List<WayBackView> waysBack,
        List<Promise> promises) {
    public OwnFile {
        representations = List.copyOf(representations);
        representing = List.copyOf(representing);
        help = List.copyOf(help);
        letters = List.copyOf(letters);
        waysBack = List.copyOf(waysBack);
        promises = List.copyOf(promises);
    }

    /** Only who was allocated help has any to go back to, be it that it stopped for the plan. */
    public boolean hasOwnHelp() {
        return help.stream().anyMatch(one -> one.whose() != Whose.REPRESENTED) || !waysBack.isEmpty();
    }

    /**
     * A plan that the reader takes part in and can leave for the own help.
     *
     * @param lastDay the last day with the plan, for who asks today
     */
    public record Promise(PledgeId pledge, int version, String title, LocalDate lastDay, WayBack wayBack) {}

    /** Help that was allocated. */
    public record Help(Whose whose, ProvisionDetails provision) {

        public boolean own() {
            return whose == Whose.OWN;
        }

        /** The last day of help that was reported to stop; on or after today it runs until then. */
        public Optional<LocalDate> stopsOn() {
            return Optional.ofNullable(provision.stoppedOn()).filter(day -> provision.status() == Status.STOPPED);
        }

        boolean runsOn(LocalDate today) {
            return !isOver(today) && provision.period().contains(today);
        }

        public boolean isOver(LocalDate today) {
            return stopsOn().filter(today::isAfter).isPresent();
        }
    }

    /**
     * What somebody looked for on a day: once, however many rows they read.
     *
     * @param activity a message key that says what for
     * @param by what who looked is for the municipality
     * @param onBehalfOf in what office of somebody else, where who looked stood in
     * @param whose at whose file
     */
    public record DayOfLooks(
            LocalDate on,
            String activity,
            Set<Role> by,
            @Nullable Role onBehalfOf,
            Whose whose) {
        public DayOfLooks {
            by = Set.copyOf(by);
        }

        public boolean own() {
            return whose == Whose.OWN;
        }

        /** By somebody whom the owner lets look along. */
        public boolean isByHelper() {
            return activity.equals(FileShares.LOOKED);
        }

        /** By somebody whom a parent lets look at the help of a child. */
        public boolean isByHelperOfParent() {
            return activity.equals(FileShares.LOOKED_AT_CHILD);
        }

        public boolean isByRepresentative() {
            return activity.equals(OwnFiles.REPRESENTED);
        }
    }

    /**
     * Every look of the newest month in which somebody looked.
     *
     * @param olderThan to ask for the month before it; null when there is none
     */
    public record Looks(List<DayOfLooks> days, @Nullable LocalDate olderThan) {
        static final Looks NONE = new Looks(List.of(), null);

        public Looks {
            days = List.copyOf(days);
        }
    }

    /**
     * What happened to a plan that the reader started or said yes to.
     *
     * @param decision what was decided on the plan and why; null as long as nothing is
     */
    public record Letters(
            InitiativeId plan,
            String title,
            List<TimelineEntry> entries,
            @Nullable DecisionLetter decision) {
        public Letters {
            entries = List.copyOf(entries);
        }
    }
}
