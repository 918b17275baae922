package nl.buurtbundel;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.util.Set;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jspecify.annotations.Nullable;

/**
 * One server for all test classes that ask for the same WAR: a start takes twenty seconds, and most classes differ in nothing
 * that the server would see. The next WAR, or the end, stops it.
 */
public class ServerForMany extends PayaraMicroDeployableContainer {
    private @Nullable Running running;

    private record Running(Archive<?> archive, ProtocolMetaData address) {
        Set<ArchivePath> content() {
            return archive.getContent().keySet();
        }
    }

    /** Takes the place of the server that stops after each class. */
    public static class Extension implements LoadableExtension {
        @Override
        public void register(ExtensionBuilder builder) {
            builder.override(DeployableContainer.class, PayaraMicroDeployableContainer.class, ServerForMany.class);
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        Running present = running;
        if (present != null && present.content().equals(archive.getContent().keySet())) {
            return present.address();
        }
        stopRunning();
        PackagedWar.clearAfterEarlierServers();
        ProtocolMetaData address = super.deploy(archive);
        running = new Running(archive, address);
        return address;
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // the next class may want the same
    }

    @Override
    public void stop() throws LifecycleException {
        try {
            stopRunning();
        } catch (DeploymentException e) {
            throw new LifecycleException("The server does not stop", e);
        }
        super.stop();
    }

    private void stopRunning() throws DeploymentException {
        if (running != null) {
            Archive<?> last = running.archive();
            running = null;
            super.undeploy(last);
        }
    }
}
