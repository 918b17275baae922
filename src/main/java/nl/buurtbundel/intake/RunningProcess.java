package nl.buurtbundel.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/** Which process does an import, so that another can tell whether it still lives. */
record RunningProcess(String host, long pid, String startedAt) {

    static RunningProcess current() {
        ProcessHandle self = ProcessHandle.current();
        return new RunningProcess(hostName(), self.pid(), start(self));
    }

    static RunningProcess parse(String text) {
        String[] parts = text.split("/", 3);
        return new RunningProcess(parts[0], Long.parseLong(parts[1]), parts[2]);
    }

    /** Certainly gone: it ran on this machine and there is no such process any more. */
    boolean isGone() {
        return host.equals(hostName())
                && ProcessHandle.of(pid)
                        .filter(process -> start(process).equals(startedAt))
                        .isEmpty();
    }

    private static String start(ProcessHandle process) {
        Optional<Instant> start = process.info().startInstant();
        return start.map(Instant::toString).orElse("");
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().replace('/', '-');
            return name.length() > 100 ? name.substring(0, 100) : name;
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public String toString() {
        return host + '/' + pid + '/' + startedAt;
    }
}
