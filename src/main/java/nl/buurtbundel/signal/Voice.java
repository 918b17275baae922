package nl.buurtbundel.signal;

import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;

/** Whose voice it is, as coarse as can be: of an office with one person in it, the office would be the name. */
public enum Voice {
    RESIDENT,
    STAFF,
    /** Nobody said it: it follows from something that was done. */
    PROGRAM;

    static Voice of(User user) {
        return user.is(Role.RESIDENT) ? RESIDENT : STAFF;
    }
}
