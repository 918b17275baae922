package nl.buurtbundel.shell;

import jakarta.enterprise.context.ApplicationScoped;

/** How far the demo municipality has been loaded, for the login page. */
@ApplicationScoped
class DemoProgress {
    /** Login names of the many neighbours that the demo plays; they do not stand on the login page. */
    static final String CROWD = "buur-";

    private volatile String step = "shell.demo.step.starting";
    private volatile boolean ready;

    void at(String messageKey) {
        step = messageKey;
    }

    void done() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }

    String step() {
        return step;
    }
}
