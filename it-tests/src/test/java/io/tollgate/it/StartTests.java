package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.it.server.DidNotStartException;
import io.tollgate.it.server.Launch;
import io.tollgate.it.server.LauncherRun;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keeps a gateway from starting is said in one line that tells what to do. */
class StartTests {

    @Test
    @ExtendWith(SharedTollgate.class)
    void aPortThatIsTakenIsNamed(RunningTollgate other) {
        int taken = other.launch().port();
        Launch launch = Launch.named("taken");
        LauncherRun run = LauncherRun.of(
                        "run",
                        "--data",
                        launch.data().toString(),
                        "--port",
                        Integer.toString(taken),
                        "--express-port",
                        Integer.toString(launch.expressPort()))
                .run();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said()).contains("tollgate: port " + taken).contains("--port");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(Launch.named("unwritable").data().resolve("file"), "in the way");
        LauncherRun run =
                LauncherRun.of("run", "--data", file.resolve("data").toString()).run();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said())
                .contains("tollgate: ")
                .contains(file.resolve("data").toString());
    }

    @Test
    void allThatIsConfiguredWronglyIsToldAtOnce() {
        Launch launch = Launch.named("misconfigured")
                .with("TOLLGATE_ACCOUNT_BURST_LIMIT", "0")
                .with("TOLLGATE_DB_URL", "jdbc:oracle:x");
        assertThatThrownBy(() -> RunningTollgate.start(launch))
                .isInstanceOf(DidNotStartException.class)
                .hasMessageContaining("bad configuration: tollgate.account.burst-limit is '0'; allowed is")
                .hasMessageContaining("tollgate.db.url is 'jdbc:oracle:x'; allowed is");
    }
}
