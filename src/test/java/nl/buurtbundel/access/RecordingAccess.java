package nl.buurtbundel.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** In a server under test that carries this class: {@link Access} itself, which also keeps what it was asked and said. */
@Alternative
@Priority(1)
@ApplicationScoped
public class RecordingAccess extends Access {
    private static final ThreadLocal<List<Question>> ASKED = ThreadLocal.withInitial(ArrayList::new);

    protected RecordingAccess() {
        super();
    }

    @Inject
    RecordingAccess(CurrentUser currentUser) {
        super(currentUser);
    }

    /** What was asked on this thread since the last time. */
    static List<Question> takeQuestions() {
        List<Question> questions = List.copyOf(ASKED.get());
        ASKED.remove();
        return questions;
    }

    @Override
    public User require(Operation operation) {
        return keep(new Question(operation, Reach.ANYWHERE, "", true, true), () -> super.require(operation));
    }

    @Override
    public User require(Operation operation, NeighbourhoodCode neighbourhood) {
        return keep(
                new Question(operation, Reach.HERE, neighbourhood.value(), true, true),
                () -> super.require(operation, neighbourhood));
    }

    @Override
    public User requireForWhole(Operation operation, MunicipalityCode municipality) {
        return keep(
                new Question(operation, Reach.WHOLE, municipality.value(), true, true),
                () -> super.requireForWhole(operation, municipality));
    }

    @Override
    public boolean may(Operation operation) {
        boolean yes = super.may(operation);
        ASKED.get().add(new Question(operation, Reach.ANYWHERE, "", false, yes));
        return yes;
    }

    @Override
    public boolean may(Operation operation, NeighbourhoodCode neighbourhood) {
        boolean yes = super.may(operation, neighbourhood);
        ASKED.get().add(new Question(operation, Reach.HERE, neighbourhood.value(), false, yes));
        return yes;
    }

    private static User keep(Question granted, Answered answered) {
        try {
            User user = answered.user();
            ASKED.get().add(granted);
            return user;
        } catch (NotFound refused) {
            ASKED.get().add(granted.refused());
            throw refused;
        }
    }

    /** How far a right was asked for. */
    enum Reach {
        ANYWHERE,
        HERE,
        WHOLE
    }

    /** @param demanded a no ended the call */
    record Question(Operation operation, Reach reach, String place, boolean demanded, boolean yes) {
        Question refused() {
            return new Question(operation, reach, place, demanded, false);
        }
    }

    private interface Answered {
        User user();
    }
}
