package io.tollgate.controlplane.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private final ControlPlane plane = new ControlPlane();

    @AfterEach
    void close() {
        plane.close();
    }

    private Credential root() {
        return plane.with(Credentials.class, Credentials::root);
    }

    @Test
    void theRootCredentialIsMadeOnce() {
        Credential made = root();
        assertThat(made.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(made.secretAccessKey()).hasSize(40);
        assertThat(root()).isEqualTo(made);
        Optional<Credential> found = plane.with(Credentials.class, credentials -> credentials.find(made.accessKeyId()));
        assertThat(found).contains(made);
    }

    @Test
    void nodesThatStartAtTheSameMomentAgreeOnOneRootCredential() throws Exception {
        CountDownLatch all = new CountDownLatch(8);
        Callable<Credential> node = () -> {
            all.countDown();
            all.await();
            return root();
        };
        List<Credential> roots = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            List<Future<Credential>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(nodes.submit(node));
            }
            for (Future<Credential> one : running) {
                roots.add(one.get());
            }
        }
        assertThat(roots).hasSize(8).containsOnly(roots.get(0));
    }
}
